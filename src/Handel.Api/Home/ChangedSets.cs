using Handel.Api.Engine;
using Handel.Api.Mirror;
using Handel.Data.Changes;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Api.Home;

/// <summary>
/// Which entity sets show what changed; told by name, and nothing of what is in them.
/// </summary>
internal sealed class ChangedSets
{
    /// <summary>Cards that show what is counted from entries.</summary>
    private static readonly HashSet<Type> WithBalances =
    [
        typeof(GlAccount),
        typeof(Item),
        typeof(Party),
        typeof(BankAccount),
    ];

    private static readonly string[] Counted = ["trialBalances", "navigateResults"];
    private static readonly string[] Numbered = ["numberSeries", "numberSeriesLines"];

    private readonly Dictionary<string, SortedSet<string>> byTopic = new(StringComparer.Ordinal);

    public ChangedSets(ApiCatalog catalog)
    {
        foreach (var resource in catalog.Routes.SelectMany(route => route.Resources))
        {
            Add(resource.RowType.Name, [resource.Name]);
            if (IsOfLedgers(resource.RowType))
                Add(Change.Ledger, [resource.Name]);
        }
        Add(Change.Ledger, [.. Counted, .. Numbered]);
        Add(nameof(NumberSeriesLine), Numbered);
        foreach (var side in SideNames.Both)
        {
            Add($"{nameof(Party)}/{side.Direction}", [side.Parties]);
            foreach (var kind in Enum.GetValues<DocumentKind>())
                Add(
                    $"{nameof(TradeDocument)}/{side.Direction}/{kind}",
                    [side.SetOf(kind), SideNames.LinesOf(side.SetOf(kind))]
                );
        }
        Add(Change.Anything, [Change.Anything]);
    }

    private static bool IsOfLedgers(Type row) =>
        WithBalances.Contains(row)
        || row == typeof(GlRegister)
        || row.GetProperty(nameof(GlEntry.EntryNo)) is not null;

    public IReadOnlyCollection<string> Of(IEnumerable<string> topics) =>
        new SortedSet<string>(
            topics.SelectMany(topic =>
                byTopic.TryGetValue(topic, out var sets) ? sets : (IEnumerable<string>)[]
            ),
            StringComparer.Ordinal
        );

    /// <summary>Every set that some change can name, for the test that none is left out.</summary>
    internal IReadOnlyCollection<string> All => Of(byTopic.Keys);

    private void Add(string topic, IReadOnlyCollection<string> sets)
    {
        if (!byTopic.TryGetValue(topic, out var known))
            byTopic.Add(topic, known = new(StringComparer.Ordinal));
        known.UnionWith(sets);
    }
}
