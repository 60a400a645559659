// SPDX-License-Identifier: MIT
// People on the command line: added, changed, kept out; codes beside the password.
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <liboath/oath.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <memory>

extern char** environ;

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

constexpr const char* kOwners = "a password of the owner";
constexpr const char* kTheirs = "quite another, of Lindqvist";

/// A clinic of okafor, whose keys cost nothing.
struct OwnClinic {
    OwnClinic() {
        REQUIRE(
            with({"init", place(), "--name", "North", "--owner", "okafor", "--fast-keys"}).status ==
            0);
    }
    [[nodiscard]] std::string place() const { return (folder.path() / "North.palpate").string(); }
    /// As okafor, with a new password for whoever needs one.
    [[nodiscard]] Outcome with(const std::vector<std::string>& arguments,
                               const std::string& newPassword = kTheirs) const {
        return ran(PALPATECTL, arguments,
                   {.set = {std::string{"PALPATE_PASSWORD="} + kOwners,
                            "PALPATE_NEW_PASSWORD=" + newPassword},
                    .input = {}});
    }
    [[nodiscard]] Outcome user(const std::string& what, std::vector<std::string> arguments = {},
                               const std::string& newPassword = kTheirs) const {
        arguments.insert(arguments.begin(), {"user", what, place()});
        return with(arguments, newPassword);
    }
    /// Whether this name gets in with this password: the exit status.
    [[nodiscard]] int signsIn(const std::string& name, const std::string& password,
                              const std::string& code = {}) const {
        return ran(PALPATECTL, {"patients", place()},
                   {.set = {"PALPATE_PASSWORD=" + password, "PALPATE_USER=" + name,
                            "PALPATE_CODE=" + code},
                    .input = {}})
            .status;
    }
    [[nodiscard]] Outcome lindqvist() const {
        return user("add", {"--person", "lindqvist", "--display-name", "S. Lindqvist",
                            "--profession", "chiropractor", "--registration", "CH 03186"});
    }
    TempFolder folder;
};

/// A palpatectl that is talked with: what it says and what it is answered are pipes.
class Talk {
public:
    Talk(std::vector<std::string> words, std::vector<std::string> variables) {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        REQUIRE((::pipe2(in.data(), O_CLOEXEC) == 0 && ::pipe2(out.data(), O_CLOEXEC) == 0));
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        words.insert(words.begin(), PALPATECTL);
        for (char** entry = environ; *entry != nullptr; ++entry) {
            variables.emplace_back(*entry);
        }
        const int failure = ::posix_spawn(&process_, PALPATECTL, &actions, nullptr,
                                          pointersTo(words).data(), pointersTo(variables).data());
        posix_spawn_file_actions_destroy(&actions);
        ::close(in[0]);
        ::close(out[1]);
        answers_ = in[1];
        says_ = out[0];
        REQUIRE(failure == 0);
    }
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;
    ~Talk() {
        ::close(says_);
        if (answers_ >= 0) {
            ::close(answers_);
        }
    }
    /// What it has said once `text` is in it, or it is at its end.
    const std::string& until(const std::string& text) {
        std::array<char, 4096> chunk{};
        while (said_.find(text) == std::string::npos) {
            const auto got = ::read(says_, chunk.data(), chunk.size());
            if (got <= 0) {
                break;
            }
            said_.append(chunk.data(), static_cast<std::size_t>(got));
        }
        return said_;
    }
    void answer(const std::string& line) {
        const auto text = line + "\n";
        REQUIRE(::write(answers_, text.data(), text.size()) == static_cast<::ssize_t>(text.size()));
        ::close(std::exchange(answers_, -1));
    }
    [[nodiscard]] int status() {
        int raw = 0;
        REQUIRE(::waitpid(process_, &raw, 0) == process_);
        return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
    }

private:
    [[nodiscard]] static std::vector<char*> pointersTo(std::vector<std::string>& texts) {
        std::vector<char*> pointers;
        for (auto& text : texts) {
            pointers.push_back(text.data());
        }
        pointers.push_back(nullptr);
        return pointers;
    }
    pid_t process_ = 0;
    int answers_ = -1;
    int says_ = -1;
    std::string said_;
};

/// The code that an authenticator shows `ahead` steps from now.
[[nodiscard]] std::string codeOf(const std::string& secret, int ahead) {
    char* bytes = nullptr;
    std::size_t size = 0;
    REQUIRE(::oath_init() == OATH_OK);
    REQUIRE(::oath_base32_decode(secret.data(), secret.size(), &bytes, &size) == OATH_OK);
    const std::unique_ptr<char, decltype(&std::free)> owned{bytes, &std::free};
    std::array<char, 7> digits{};
    REQUIRE(::oath_totp_generate(bytes, size, std::time(nullptr) + 30 * ahead, 30, 0, 6,
                                 digits.data()) == OATH_OK);
    return digits.data();
}

} // namespace

TEST_CASE("an owner adds somebody, who signs in with a password of their own") {
    const OwnClinic clinic;
    const auto added = clinic.lindqvist();
    INFO(added.errors);
    REQUIRE(added.status == 0);
    CHECK_THAT(added.out, ContainsSubstring("S. Lindqvist, who signs in as lindqvist"));
    CHECK(clinic.signsIn("lindqvist", kTheirs) == 0);

    const auto listed = json::parse(clinic.user("list", {"--json"}).out);
    REQUIRE(listed.size() == 2);
    CHECK(listed[1].at("user") == "lindqvist");
    CHECK(listed[1].at("role") == "practitioner");
    CHECK(listed[1].at("disabled") == false);
    CHECK(listed[1].at("second_factor") == false);
    CHECK_THAT(clinic.user("list").out, ContainsSubstring("May sign in"));

    CHECK(clinic.user("role", {"--person", "Lindqvist", "--role", "front_desk"}).status == 0);
    CHECK(json::parse(clinic.user("list", {"--json"}).out)[1].at("role") == "front_desk");
    CHECK(clinic.with({"verify", clinic.place()}).status == 0);
}

TEST_CASE("somebody is kept out, let in again, and gets a new password") {
    const OwnClinic clinic;
    REQUIRE(clinic.lindqvist().status == 0);
    CHECK(clinic.user("disable", {"--person", "lindqvist"}).status == 0);
    CHECK(clinic.signsIn("lindqvist", kTheirs) == 3);
    CHECK(json::parse(clinic.user("list", {"--json"}).out)[1].at("disabled") == true);
    CHECK(clinic.user("enable", {"--person", "lindqvist"}, "two words, quite new ones").status ==
          0);
    CHECK(clinic.signsIn("lindqvist", "two words, quite new ones") == 0);
    CHECK(clinic.user("reset", {"--person", "lindqvist"}, "three words, newer still").status == 0);
    CHECK(clinic.signsIn("lindqvist", "three words, newer still") == 0);
    CHECK(clinic.user("password", {}, "the owner's new words").status == 0);
    CHECK(clinic.signsIn("okafor", "the owner's new words") == 0);
    CHECK(clinic.signsIn("okafor", kOwners) == 3);
}

TEST_CASE("what is not allowed, not known or too easy changes nobody") {
    const OwnClinic clinic;
    REQUIRE(clinic.lindqvist().status == 0);
    const auto keys = [&] {
        std::ifstream in{clinic.place() + "/keys.json"};
        return std::string{std::istreambuf_iterator<char>{in}, {}};
    };
    const auto before = keys();
    const auto lindqvists = [&](const std::vector<std::string>& arguments) {
        return ran(PALPATECTL, arguments,
                   {.set = {std::string{"PALPATE_PASSWORD="} + kTheirs, "PALPATE_USER=lindqvist",
                            "PALPATE_NEW_PASSWORD=a password that is long"},
                    .input = {}});
    };
    CHECK(lindqvists({"user", "disable", clinic.place(), "--person", "okafor"}).status == 3);
    CHECK(lindqvists({"user", "add", clinic.place(), "--person", "mensah"}).status == 3);
    CHECK(lindqvists({"user", "recovery-key", clinic.place()}).status == 3);
    CHECK(clinic.user("disable", {"--person", "okafor"}).status == 1);                   // oneself
    CHECK(clinic.user("role", {"--person", "okafor", "--role", "auditor"}).status == 1); // the last
    CHECK(clinic.user("disable", {"--person", "nobody"}).status == 1);
    CHECK(clinic.user("add", {"--person", "lindqvist"}).status == 1); // taken
    const auto easy = clinic.user("reset", {"--person", "lindqvist"}, "passwordpassword");
    CHECK(easy.status == 1);
    CHECK_THAT(easy.errors, ContainsSubstring("Too easy to guess"));
    CHECK(clinic.user("add", {"--person", "mensah", "--role", "king"}).status == 2);
    CHECK(clinic.user("add", {"--person", "mensah", "--profession", "king"}).status == 2);
    CHECK(clinic.user("add").status == 2);
    CHECK(clinic.user("second-factor").status == 2);
    CHECK(clinic.user("second-factor", {"--on", "--person", "lindqvist"}).status == 2);
    CHECK(clinic.with({"user", "dance", clinic.place()}).status == 2);
    CHECK(keys() == before);
}

TEST_CASE("a clinic is not begun with a password that is guessed") {
    const TempFolder folder;
    const auto place = (folder.path() / "North.palpate").string();
    const auto made = ran(PALPATECTL, {"init", place, "--name", "North", "--owner", "okafor"},
                          {.set = {"PALPATE_PASSWORD=okaforokaforokafor"}, .input = {}});
    CHECK(made.status == 2);
    CHECK_THAT(made.errors, ContainsSubstring("a name that is tried first"));
    CHECK_FALSE(std::filesystem::exists(place));
}

TEST_CASE("a second factor is set up in a talk, and asked for by every command from then on") {
    const OwnClinic clinic;
    std::vector<std::string> recoveryCodes;
    std::string secret;
    {
        Talk talk{{"user", "second-factor", clinic.place(), "--on"},
                  {std::string{"PALPATE_PASSWORD="} + kOwners}};
        const auto& said = talk.until("type the code that it shows");
        const auto from = said.find("\n\n  ") + 4;
        secret = said.substr(from, said.find('\n', from) - from);
        std::erase(secret, ' ');
        REQUIRE(secret.size() == 32);
        for (auto at = said.find('-', from); at != std::string::npos && recoveryCodes.size() < 10;
             at = said.find('-', at + 15)) {
            recoveryCodes.push_back(said.substr(at - 4, 19));
        }
        talk.answer(codeOf(secret, 0));
        CHECK_THAT(talk.until("is on."), ContainsSubstring("The second factor is on."));
        CHECK(talk.status() == 0);
    }
    CHECK(clinic.signsIn("okafor", kOwners) == 3); // nobody to ask
    CHECK(clinic.signsIn("okafor", kOwners, codeOf(secret, 1)) == 0);
    CHECK(clinic.signsIn("okafor", kOwners, codeOf(secret, 9)) == 3);
    CHECK(clinic.signsIn("okafor", kOwners, recoveryCodes.at(0)) == 0);
    CHECK(clinic.signsIn("okafor", kOwners, recoveryCodes.at(0)) == 3);
    const auto listed = clinic.user("list", {"--json", "--code", recoveryCodes.at(1)});
    REQUIRE(listed.status == 0);
    CHECK(json::parse(listed.out)[0].at("second_factor") == true);
    CHECK(clinic.user("second-factor", {"--off", "--code", recoveryCodes.at(2)}).status == 0);
    CHECK(clinic.signsIn("okafor", kOwners) == 0);
}

TEST_CASE("a second factor stays off when its code is wrong or missing") {
    const OwnClinic clinic;
    for (const auto* typed : {"12345\n", ""}) {
        const auto tried =
            ran(PALPATECTL, {"user", "second-factor", clinic.place(), "--on"},
                {.set = {std::string{"PALPATE_PASSWORD="} + kOwners}, .input = typed});
        CHECK(tried.status == 3);
        CHECK_THAT(tried.errors, ContainsSubstring("nothing was turned on"));
    }
    CHECK(clinic.signsIn("okafor", kOwners) == 0);
}

TEST_CASE("a new recovery key is shown once, and written as a sheet") {
    const OwnClinic clinic;
    const auto sheet = clinic.folder.path() / "key.pdf";
    const auto made = clinic.user("recovery-key", {"--sheet", sheet.string()});
    INFO(made.errors);
    REQUIRE(made.status == 0);
    CHECK_THAT(made.out, ContainsSubstring("opens the clinic no more"));
    CHECK(std::filesystem::file_size(sheet) > 1000);
    CHECK(clinic.signsIn("okafor", kOwners) == 0);
}

TEST_CASE("after too many wrong passwords the command says how long to wait") {
    const OwnClinic clinic;
    for (int i = 0; i < 4; ++i) {
        CHECK(clinic.signsIn("okafor", "wrong") == 3);
    }
    // The seconds run while the test does: wrong ones lengthen it until one has to wait.
    Outcome waits;
    for (int i = 0; i < 8 && waits.errors.find("Too many wrong") == std::string::npos; ++i) {
        waits = ran(PALPATECTL, {"patients", clinic.place()},
                    {.set = {"PALPATE_PASSWORD=wrong"}, .input = {}});
    }
    CHECK(waits.status == 3);
    CHECK_THAT(waits.errors, ContainsSubstring("Too many wrong passwords; try again in"));
}
