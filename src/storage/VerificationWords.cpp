// SPDX-License-Identifier: MIT
#include "storage/Verification.h"

namespace palpate::storage {

std::string_view name(Check check) noexcept {
    switch (check) {
    case Check::CipherPages:
        return "cipher_pages";
    case Check::Structure:
        return "structure";
    case Check::ForeignKeys:
        return "foreign_keys";
    case Check::SearchIndex:
        return "search_index";
    case Check::AuditChain:
        return "audit_chain";
    case Check::AuditDetails:
        return "audit_details";
    case Check::SignedHeads:
        return "signed_heads";
    case Check::SigningKeys:
        return "signing_keys";
    case Check::SignedSessions:
        return "signed_sessions";
    case Check::Addenda:
        return "addenda";
    case Check::Documents:
        return "documents";
    case Check::Disclosures:
        return "disclosures";
    case Check::Forms:
        return "forms";
    case Check::RaisedFlags:
        return "raised_flags";
    case Check::Amendments:
        return "amendments";
    case Check::Emergencies:
        return "emergencies";
    case Check::Destructions:
        return "destructions";
    case Check::FilePermissions:
        break;
    }
    return "file_permissions";
}

Message title(Check check) {
    switch (check) {
    case Check::CipherPages:
        return {tr("Every page of the encrypted file is as it was written"), {}};
    case Check::Structure:
        return {tr("Tables and indexes are sound"), {}};
    case Check::ForeignKeys:
        return {tr("Every reference between records leads somewhere"), {}};
    case Check::SearchIndex:
        return {tr("Every patient and session can be found by searching"), {}};
    case Check::AuditChain:
        return {tr("No row of the audit trail was altered or removed"), {}};
    case Check::AuditDetails:
        return {tr("Every detail of the audit trail fits its row"), {}};
    case Check::SignedHeads:
        return {tr("The audit trail holds everything that its signed heads vouch for"), {}};
    case Check::SigningKeys:
        return {tr("The practitioners' signing keys are the ones that were handed out"), {}};
    case Check::SignedSessions:
        return {tr("Every signed session is as it was signed"), {}};
    case Check::Addenda:
        return {tr("Every addendum is as it was written"), {}};
    case Check::Documents:
        return {tr("Every document is as it was kept"), {}};
    case Check::Disclosures:
        return {tr("Every disclosure is as it was recorded"), {}};
    case Check::Forms:
        return {tr("Every form is as it was completed"), {}};
    case Check::RaisedFlags:
        return {tr("Every raised flag, and what was done about it, is as it was written"), {}};
    case Check::Amendments:
        return {tr("No request to change the record and no answer was altered or removed"), {}};
    case Check::Emergencies:
        return {tr("Every opening of a restricted record in an emergency is kept as it was"), {}};
    case Check::Destructions:
        return {tr("Every destroyed record is told of, and nothing else of it is left"), {}};
    case Check::FilePermissions:
        break;
    }
    return {tr("Only their owner can reach the files"), {}};
}

} // namespace palpate::storage
