// SPDX-License-Identifier: MIT
#include "storage/SessionSearch.h"

#include "storage/ReaderParts.h"
#include "storage/SessionRepository.h"
#include "storage/SessionScan.h"

namespace palpate::storage {

std::vector<SessionHit> SessionRepository::search(const SessionQuery& query) const {
    std::vector<SessionHit> hits;
    EngineSeam seam{engine_};
    seam.read("searching the sessions", [&] {
        const SessionScan scan{seam, query};
        std::vector<HitKey> keys;
        const auto limit = static_cast<std::size_t>(std::max(query.limit, 0));
        scan.each({}, [&](HitKey key) {
            if (keys.size() < limit) {
                keys.push_back(key);
            }
            return keys.size() < limit;
        });
        for (const auto key : keys) {
            hits.push_back(scan.hitAt(key));
        }
    });
    return hits;
}

} // namespace palpate::storage
