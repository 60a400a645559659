// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Engine.h"
#include "storage/ReadSeam.h"
#include "storage/Reader.h"

#include <atomic>
#include <optional>

namespace palpate::storage {

/// A reader's own connection, on which nothing can be written.
class Reader::Parts final : public ReadSeam {
public:
    /// For `who`; `clock` must outlive it.
    Parts(const std::filesystem::path& file, const Secret& key, std::chrono::milliseconds patience,
          Practitioner who, const Clock& clock);

    void read(const char* doing, const std::function<void()>& work) override;
    [[nodiscard]] Connection& connection() override { return connection_; }
    [[nodiscard]] const Tokenizer& tokenizer() override;
    [[nodiscard]] const ClosedRecords& closedRecords() override;
    void checkWanted() const override;

    [[nodiscard]] Finder& finder() noexcept { return finder_; }
    void interrupt() noexcept;
    void resume() noexcept;

private:
    void readWho();

    Connection connection_;
    Practitioner who_; ///< as their row says in the read that runs
    const Clock& clock_;
    std::optional<ClosedRecords> closedRecords_; ///< in the read that runs
    std::optional<Tokenizer> tokenizer_;
    std::atomic<bool> isDropped_ = false; ///< until a read has thrown because of it
    Finder finder_{*this};
};

/// The store's own connection, inside whatever it has begun.
class EngineSeam final : public ReadSeam {
public:
    explicit EngineSeam(Engine& engine) noexcept : engine_{engine} {}

    void read(const char* doing, const std::function<void()>& work) override {
        engine_.read(doing, [&] {
            engine_.index().flush(); // inside a larger change: what it has added must be found
            work();
        });
    }
    [[nodiscard]] Connection& connection() override { return engine_.connection(); }
    [[nodiscard]] const Tokenizer& tokenizer() override { return engine_.index().tokenizer(); }
    [[nodiscard]] const ClosedRecords& closedRecords() override { return engine_.closedRecords(); }

private:
    Engine& engine_;
};

} // namespace palpate::storage
