#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A very small screen reader: writes what it is told over at-spi, one line each, until it is ended.

    listen.py FILE ROLE      first "here ROLE|name|description" of each object of that role, then "ready",
                             then "name TEXT", "focus TEXT" and "announced TEXT" as they come
"""
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

out = open(sys.argv[1], "w", encoding="utf-8", buffering=1)


def say(*words):
    out.write(" ".join(words) + "\n")


def walk(thing, depth=0):
    if thing is None or depth > 20:
        return
    if thing.get_role_name() == sys.argv[2]:
        say("here", "|".join([thing.get_role_name(), thing.get_name() or "", thing.get_description() or ""]))
    for i in range(thing.get_child_count()):
        walk(thing.get_child_at_index(i), depth + 1)


def told(event):
    if event.type.startswith("object:property-change:accessible-name"):
        say("name", event.source.get_name() or "")
    elif event.type.startswith("object:state-changed:focused") and event.detail1:
        say("focus", event.source.get_name() or "")
    elif event.type.startswith("object:announcement"):
        say("announced", event.type.partition("announcement:")[2] or event.any_data or "")


def begin():
    walk(Atspi.get_desktop(0))
    say("ready")
    return False


Atspi.init()
listener = Atspi.EventListener.new(told)
listener.register("object:property-change:accessible-name")
listener.register("object:state-changed:focused")
listener.register("object:announcement")
GLib.timeout_add(200, begin)
GLib.timeout_add_seconds(60, Atspi.event_quit)
Atspi.event_main()
