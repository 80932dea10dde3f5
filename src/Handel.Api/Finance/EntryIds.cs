using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Kernel;

namespace Handel.Api.Finance;

/// <summary>
/// Ids of ledger entries: computed from company, ledger and number (decision 0004).
/// </summary>
internal static class EntryIds
{
    public static Resource<TRow> EntryId<TRow>(
        this Resource<TRow> resource,
        EntryLedger ledger,
        Expression<Func<TRow, int>> entryNo,
        string name = "id"
    ) =>
        resource.DerivedId(
            name,
            entryNo,
            (no, scope) => Of(scope.CompanyNo, ledger, no),
            (id, scope) => NumberOf(id, ledger, scope.CompanyNo)
        );

    // Blank references hold 0, which is no entry.
    public static Guid Of(int companyNo, EntryLedger ledger, int entryNo) =>
        entryNo == 0 ? Guid.Empty : new EntryId(companyNo, ledger, entryNo).ToGuid();

    /// <summary>The number in an id of that ledger, or null.</summary>
    public static int? NumberOf(Guid id, EntryLedger ledger, int companyNo) =>
        Kernel.EntryId.FromGuid(id) is { } entry
        && entry.Ledger == ledger
        && entry.CompanyNo == companyNo
            ? entry.EntryNo
            : null;
}
