using Handel.Kernel.Dimensions;
using Handel.Ledgers;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Postings;

/// <summary>
/// A ledger line of a preview, with the account's names beside its number (P-50).
/// </summary>
public sealed record PreviewGlLine(GlEntry Entry, string AccountName, string AccountNameEnglish)
{
    public DimensionSet Dimensions { get; init; } = DimensionSet.Empty;
}

/// <summary>
/// A plan as users read it before they post: rows per ledger, with *** for numbers that nobody has
/// drawn yet (POS-10, P-50). It is a view of the very plan that posting would commit (S2).
/// </summary>
public sealed record PostingPreview
{
    /// <summary>Stands for a number that is drawn at posting only.</summary>
    public const string NoNumber = "***";

    public required IReadOnlyList<PreviewGlLine> GlEntries { get; init; }

    /// <summary>Dimensions that are shown in columns, from shortcut 1 on (GLS-19).</summary>
    public IReadOnlyList<string> Shortcuts { get; init; } = [];
    public required IReadOnlyList<VatEntry> VatEntries { get; init; }
    public required IReadOnlyList<PartyEntry> PartyEntries { get; init; }
    public required IReadOnlyList<PartyDetail> PartyDetails { get; init; }
    public required IReadOnlyList<BankEntry> BankEntries { get; init; }
    public required IReadOnlyList<ItemEntry> ItemEntries { get; init; }
    public required IReadOnlyList<ValueEntry> ValueEntries { get; init; }

    /// <summary>Of a plan that is not refused.</summary>
    public static PostingPreview Of(Plan plan)
    {
        if (plan is not { Postings: { } postings, After: { } after })
            throw new InvalidOperationException("A refused posting has problems, not a preview.");
        var drawn = plan.Stored.Where(document => document.IsPosted).Select(d => d.No).ToHashSet();
        drawn.UnionWith(plan.Journal?.DrawnNumbers ?? []);
        string Shown(string no) => drawn.Contains(no) ? NoNumber : no;
        var accounts = after.Setup.Accounts;
        return new()
        {
            Shortcuts = after.Dimensions.Rules.Shortcuts,
            GlEntries =
            [
                .. postings
                    .SelectMany(posting => posting.GlEntries)
                    .Select(entry => new PreviewGlLine(
                        entry with
                        {
                            DocumentNo = Shown(entry.DocumentNo),
                        },
                        accounts.GetValueOrDefault(entry.AccountNo)?.Name ?? "",
                        accounts.GetValueOrDefault(entry.AccountNo)?.NameEnglish ?? ""
                    )
                    {
                        Dimensions = DimensionsOf(entry, after.Dimensions.Sets),
                    }),
            ],
            VatEntries = Rows(
                postings,
                posting => posting.VatEntries,
                e => e with { DocumentNo = Shown(e.DocumentNo) }
            ),
            PartyEntries = Rows(
                postings,
                posting => posting.PartyEntries,
                e => e with { DocumentNo = Shown(e.DocumentNo) }
            ),
            PartyDetails = Rows(
                postings,
                posting => posting.PartyDetails,
                e => e with { DocumentNo = Shown(e.DocumentNo) }
            ),
            BankEntries = Rows(
                postings,
                posting => posting.BankEntries,
                e => e with { DocumentNo = Shown(e.DocumentNo) }
            ),
            ItemEntries = Rows(
                postings,
                posting => posting.ItemEntries,
                e => e with { DocumentNo = Shown(e.DocumentNo) }
            ),
            ValueEntries = Rows(
                postings,
                posting => posting.ValueEntries,
                e => e with { DocumentNo = Shown(e.DocumentNo) }
            ),
        };
    }

    // Costs of earlier documents have sets that nobody asked for.
    private static DimensionSet DimensionsOf(GlEntry entry, DimensionSets sets) =>
        sets.Contains(entry.DimensionSetId) ? sets[entry.DimensionSetId] : DimensionSet.Empty;

    private static List<T> Rows<T>(
        IReadOnlyList<Posting> postings,
        Func<Posting, List<T>> entries,
        Func<T, T> shown
    ) => [.. postings.SelectMany(entries).Select(shown)];
}
