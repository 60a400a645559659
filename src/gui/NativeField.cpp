// SPDX-License-Identifier: MIT
#include "gui/NativeField.h"

#include "gui/Loaded.h"
#include "gui/Theme.h"

#include <wx/dataview.h>

#include <utility>

namespace palpate::gui {

namespace {

/// A widget has one style sheet of ours of each name; giving another replaces it.
void styleWidget(void* widget, const char* css, const char* name = "palpate-style") {
    static const auto newProvider = loaded<void* (*)()>("gtk_css_provider_new");
    static const auto load =
        loaded<int (*)(void*, const char*, ssize_t, void**)>("gtk_css_provider_load_from_data");
    static const auto contextOf = loaded<void* (*)(void*)>("gtk_widget_get_style_context");
    static const auto add =
        loaded<void (*)(void*, void*, unsigned)>("gtk_style_context_add_provider");
    static const auto release = loaded<void (*)(void*)>("g_object_unref");
    static const auto noted = loaded<void* (*)(void*, const char*)>("g_object_get_data");
    static const auto note = loaded<void (*)(void*, const char*, void*)>("g_object_set_data");
    if (!newProvider || !load || !contextOf || !add || !release || !noted || !note || !widget) {
        return;
    }
    constexpr unsigned kAboveApplication = 700;
    void* provider = noted(widget, name);
    if (!provider) {
        provider = newProvider();
        add(contextOf(widget), provider, kAboveApplication);
        note(widget, name, provider); // the widget's style context holds it
        release(provider);
    }
    load(provider, css, -1, nullptr);
}

/// GTK's own grey of a hint is too faint on a dark ground.
void setHintColour(wxTextCtrl& field, const wxColour& colour) {
    const std::string css = "@define-color placeholder_text_color " +
                            colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string() + ";";
    styleWidget(field.GetHandle(), css.c_str(), "palpate-hint");
}

} // namespace

void removeFrame(wxTextCtrl& field) {
    // wxBORDER_NONE leaves a focus line inside the entry; only a style sheet takes it away.
    styleWidget(field.GetHandle(),
                "entry, entry:focus { border: none; box-shadow: none; outline: none; background: "
                "none; min-height: 0; padding: 0; border-radius: 0; }");
    field.InvalidateBestSize();
}

void setFrame(wxTextCtrl& field, const wxColour& colour, int pixels) {
    // A field of several lines lies in a scrolled window, which has the frame.
    const std::string css = "entry, scrolledwindow { border: " + std::to_string(pixels) +
                            "px solid " + colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string() +
                            "; }";
    styleWidget(field.GetHandle(), css.c_str());
    setHintColour(field, palette().muted);
}

void setStyle([[maybe_unused]] wxDataViewCtrl& tree, [[maybe_unused]] const std::string& css) {
#if defined(__WXGTK__)
    styleWidget(tree.GtkGetTreeView(), css.c_str());
#endif
}

void stopTypeAhead([[maybe_unused]] wxDataViewCtrl& tree) {
#if defined(__WXGTK__)
    static const auto search = loaded<void (*)(void*, int)>("gtk_tree_view_set_enable_search");
    if (search) {
        search(tree.GtkGetTreeView(), 0);
    }
#endif
}

void styleHeadings([[maybe_unused]] wxDataViewCtrl& table) {
#if defined(__WXGTK__)
    static const auto column = loaded<void* (*)(void*, int)>("gtk_tree_view_get_column");
    static const auto button = loaded<void* (*)(void*)>("gtk_tree_view_column_get_button");
    if (!column || !button) {
        return;
    }
    const Palette& p = palette();
    const auto name = [](const wxColour& colour) {
        return colour.GetAsString(wxC2S_CSS_SYNTAX).utf8_string();
    };
    const std::string css = "button { background-image: none; background-color: " + name(p.panel) +
                            "; color: " + name(p.muted) + "; border-color: " + name(p.hairline) +
                            "; box-shadow: none; text-shadow: none; font-weight: normal; "
                            // Its words begin where those of the cells below do.
                            "padding-left: 3px; border-right-width: 0; }";
    for (unsigned i = 0; i < table.GetColumnCount(); ++i) {
        if (void* const each = column(table.GtkGetTreeView(), static_cast<int>(i))) {
            styleWidget(button(each), css.c_str());
        }
    }
#endif
}

void quietHeadings([[maybe_unused]] wxDataViewCtrl& table) {
#if defined(__WXGTK__)
    static const auto press = loaded<void (*)(void*, int)>("gtk_tree_view_set_headers_clickable");
    if (press) {
        press(table.GtkGetTreeView(), 0);
    }
#endif
}

void loosenLines([[maybe_unused]] wxTextCtrl& field, [[maybe_unused]] int pixels) {
#if defined(__WXGTK__)
    static const auto childOf = loaded<void* (*)(void*)>("gtk_bin_get_child");
    static const auto between =
        loaded<void (*)(void*, int)>("gtk_text_view_set_pixels_inside_wrap");
    static const auto below = loaded<void (*)(void*, int)>("gtk_text_view_set_pixels_below_lines");
    void* const view =
        field.IsMultiLine() && field.GetHandle() && childOf ? childOf(field.GetHandle()) : nullptr;
    if (view && between && below) {
        between(view, pixels);
        below(view, pixels);
    }
#endif
}

void padLines([[maybe_unused]] wxTextCtrl& field, [[maybe_unused]] int across,
              [[maybe_unused]] int down) {
#if defined(__WXGTK__)
    static const auto childOf = loaded<void* (*)(void*)>("gtk_bin_get_child");
    void* const view =
        field.IsMultiLine() && field.GetHandle() && childOf ? childOf(field.GetHandle()) : nullptr;
    if (!view) {
        return;
    }
    const std::pair<const char*, int> sides[]{{"gtk_text_view_set_left_margin", across},
                                              {"gtk_text_view_set_right_margin", across},
                                              {"gtk_text_view_set_top_margin", down},
                                              {"gtk_text_view_set_bottom_margin", down}};
    for (const auto& [name, pixels] : sides) {
        if (const auto set = loaded<void (*)(void*, int)>(name)) {
            set(view, pixels);
        }
    }
#endif
}

void setTextColour(wxTextCtrl& field, const wxColour& colour) {
    field.SetForegroundColour(colour);
    setHintColour(field, palette().muted);
    if (field.IsMultiLine()) {
        // GTK keeps both colours with the text itself.
        const wxTextAttr look{colour, field.GetBackgroundColour()};
        field.SetStyle(0, field.GetLastPosition(), look);
        field.SetDefaultStyle(look);
    }
}

std::string listLook() {
    const Palette& p = palette();
    const auto name = [](const wxColour& colour) {
        return colour.GetAsString(wxC2S_CSS_SYNTAX).utf8_string();
    };
    return "treeview.view { -GtkTreeView-vertical-separator: 7; background-color: " +
           name(p.panel) + "; color: " + name(p.ink) + "; border-color: " + name(p.hairline) +
           "; } treeview.view.expander { color: " + name(p.muted) +
           "; } treeview.view:hover { background-color: " + name(p.panelSoft) +
           "; } treeview.view:selected { background-color: " + name(p.tint) +
           "; color: " + name(p.ink) +
           "; } treeview.view:selected:focus { background-color: " + name(p.tint) +
           "; color: " + name(p.ink) + "; outline: " + (isHighContrast() ? "3px" : "2px") +
           " solid " + name(p.focus) + "; outline-offset: -3px; }";
}

} // namespace palpate::gui
