using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Reports;
using Handel.Api.Shell;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Finance;

/// <summary>A table that has rows of a document number, and the filter that finds them.</summary>
internal sealed record NavigateRow(string EntitySet, int Count, string Filter)
{
    public Guid Id => RowId.Of(EntitySet, Filter);
    public DateOnly? PostingDate { get; init; }

    /// <summary>Documents first, then the books.</summary>
    public int Place { get; init; }
}

/// <summary>
/// Find entries: where a document stands, in all books. By its number and date, or by the number
/// that a customer or vendor gave it (AUD-04).
/// </summary>
internal static class NavigateResults
{
    public const string DocumentNumber = "documentNumber";
    public const string PostingDate = "postingDate";
    public const string ExternalNumber = "externalDocumentNumber";

    public static Resource<NavigateRow> Create() =>
        Resource
            .ExtensionComputed<NavigateRow>("navigateResults", "navigateResult", Rows)
            .Field("id", r => r.Id)
            .Field("tableName", r => r.EntitySet)
            .Field("entitySet", r => r.EntitySet)
            .Field("count", r => r.Count)
            .Field("filter", r => r.Filter)
            .Parameter(DocumentNumber, r => r.EntitySet)
            .Parameter(PostingDate, r => r.PostingDate)
            .Parameter(ExternalNumber, r => r.EntitySet)
            .Parameter(SideNames.Sale.PartyNumber, r => r.EntitySet)
            .Parameter(SideNames.Purchase.PartyNumber, r => r.EntitySet)
            .ETag(r => r.Count)
            .Ranked(r => r.Place)
            .OrderedBy("entitySet");

    private static async Task<IReadOnlyList<NavigateRow>> Rows(RequestScope scope, Pins pins)
    {
        IReadOnlyList<string> numbers =
            pins.Code(DocumentNumber) is { Length: > 0 } no ? [no]
            : pins.Code(ExternalNumber) is { Length: > 0 } external
                ? await ExternalNumbers.Find(scope, external, pins)
            : [];
        if (numbers.Count == 0)
            return [];
        var search = new EntrySearch(scope, numbers, pins.Date(PostingDate));
        foreach (var side in SideNames.Both)
            await search.AddDocuments(side);
        await search.Add<GlEntry>("generalLedgerEntries");
        await search.AddRegisters();
        await search.Add<VatEntry>("taxEntries");
        foreach (var side in SideNames.Both)
            await search.AddParty(side);
        await search.Add<BankEntry>("bankAccountLedgerEntries");
        await search.Add<ItemEntry>("itemLedgerEntries");
        await search.Add<ValueEntry>("valueEntries");
        return search.Found;
    }
}

/// <summary>The document numbers of ours behind a number of a customer or vendor.</summary>
internal static class ExternalNumbers
{
    private const int NumbersMax = 20;

    public static async Task<IReadOnlyList<string>> Find(
        RequestScope scope,
        string external,
        Pins pins
    )
    {
        var found = new List<string>();
        var named = SideNames.Both.Where(side => pins.Code(side.PartyNumber).Length > 0).ToList();
        foreach (var side in named.Count > 0 ? named : SideNames.Both)
        {
            var party = pins.Code(side.PartyNumber);
            found.AddRange(
                await side.EntryRows(scope)
                    .Where(e => e.ExternalDocumentNo == external)
                    .Where(e => party == "" || e.PartyNo == party)
                    .Select(e => e.DocumentNo)
                    .Distinct()
                    .Take(NumbersMax)
                    .ToListAsync(scope.Aborted)
            );
            // Documents have no index by that number: those of one party are few.
            if (party.Length > 0)
                found.AddRange(
                    await side.DocumentRows(scope)
                        .Where(d => d.ExternalDocumentNo == external && d.PartyNo == party)
                        .Select(d => d.No)
                        .Distinct()
                        .Take(NumbersMax)
                        .ToListAsync(scope.Aborted)
                );
        }
        return [.. found.Distinct(StringComparer.Ordinal).Take(NumbersMax)];
    }
}

/// <summary>
/// Counts what some document numbers have in each table, and says how to find it.
/// </summary>
internal sealed class EntrySearch(
    RequestScope scope,
    IReadOnlyList<string> numbers,
    DateOnly? postingDate
)
{
    private const int FoundAtOnceMax = 50;
    private readonly List<NavigateRow> found = [];

    public IReadOnlyList<NavigateRow> Found => found;

    public async Task Add<TEntry>(string set)
        where TEntry : class =>
        Add(set, await Of(scope.Rows<TEntry>()).CountAsync(scope.Aborted), ByNumber());

    public async Task AddDocuments(SideNames side)
    {
        var kinds = DocumentSets.Posted.Append(DocumentKind.Order).ToList();
        var rows = await side.DocumentRows(scope)
            .Where(d => kinds.Contains(d.Kind) && numbers.Contains(d.No))
            .Where(d => postingDate == null || d.PostingDate == postingDate)
            .GroupBy(d => d.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count() })
            .ToListAsync(scope.Aborted);
        foreach (var row in rows)
            Add(side.SetOf(row.Kind), row.Count, ByNumber("number"));
    }

    /// <summary>The entries of a customer or vendor, and the amounts that belong to them.</summary>
    public async Task AddParty(SideNames side)
    {
        var entries = Of(side.EntryRows(scope));
        var count = await entries.CountAsync(scope.Aborted);
        Add(side.LedgerEntries, count, ByNumber());
        if (count is 0 or > FoundAtOnceMax)
            return;
        var entryNos = await entries.Select(e => e.EntryNo).ToListAsync(scope.Aborted);
        var details = await side.DetailRows(scope)
            .CountAsync(d => entryNos.Contains(d.PartyEntryNo), scope.Aborted);
        Add(side.DetailEntries, details, AnyOf($"{side.Party}LedgerEntryNumber", entryNos));
    }

    /// <summary>Registers are found by their entries: they have no index by number.</summary>
    public async Task AddRegisters()
    {
        var registers = await Of(scope.Rows<GlEntry>())
            .Select(e => e.RegisterNo)
            .Distinct()
            .OrderBy(no => no)
            .Take(FoundAtOnceMax)
            .ToListAsync(scope.Aborted);
        Add("generalLedgerRegisters", registers.Count, AnyOf("number", registers));
    }

    private IQueryable<TEntry> Of<TEntry>(IQueryable<TEntry> entries)
        where TEntry : class
    {
        var rows = entries.Where(e => numbers.Contains(EF.Property<string>(e, "DocumentNo")));
        return postingDate is { } day
            ? rows.Where(e => EF.Property<DateOnly>(e, "PostingDate") == day)
            : rows;
    }

    private void Add(string set, int count, string filter)
    {
        if (count > 0)
            found.Add(new(set, count, filter) { PostingDate = postingDate, Place = found.Count });
    }

    private string ByNumber(string field = NavigateResults.DocumentNumber)
    {
        var parts = numbers.Select(no => $"{field} eq '{EntryFilter.Text(no)}'").ToList();
        var filter = parts.Count == 1 ? parts[0] : $"({string.Join(" or ", parts)})";
        return postingDate is { } day ? $"{filter} and postingDate eq {day:yyyy-MM-dd}" : filter;
    }

    private static string AnyOf(string field, IEnumerable<int> numbers) =>
        string.Join(" or ", numbers.Select(no => $"{field} eq {no}"));
}
