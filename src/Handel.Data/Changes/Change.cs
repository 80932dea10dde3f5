using System.Globalization;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Data.Changes;

/// <summary>
/// Rows of one kind changed in a company: what and where, never which rows or how. Whoever hears
/// it reads again, with his own permissions.
/// </summary>
public readonly record struct Change(int CompanyNo, string Topic)
{
    /// <summary>Entries, and everything that is counted from them.</summary>
    public const string Ledger = "Ledger";

    /// <summary>Anything may have changed.</summary>
    public const string Anything = "*";

    /// <summary>Said after a time in which nobody listened, or nobody could tell.</summary>
    public static readonly Change Everywhere = new(0, Anything);

    /// <summary>
    /// The kind of a row: its type, and for documents and parties the side that they are on.
    /// </summary>
    public static string TopicOf(object row) =>
        row switch
        {
            TradeDocument document =>
                $"{nameof(TradeDocument)}/{document.Direction}/{document.Kind}",
            Party party => $"{nameof(Party)}/{party.Direction}",
            _ => row.GetType().Name,
        };

    public string ToPayload() =>
        string.Create(CultureInfo.InvariantCulture, $"{CompanyNo} {Topic}");

    /// <summary>Null for what no server of this version says.</summary>
    public static Change? Parse(string payload)
    {
        var space = payload.IndexOf(' ', StringComparison.Ordinal);
        return
            space > 0
            && int.TryParse(
                payload.AsSpan(0, space),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var companyNo
            )
            ? new Change(companyNo, payload[(space + 1)..])
            : null;
    }
}
