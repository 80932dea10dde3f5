using System.Globalization;
using Handel.App.Finance;
using Handel.Kernel;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Api.Finance;

/// <summary>The filter that finds the VAT entries behind a line of a statement (VST-04).</summary>
internal static class TaxDrill
{
    /// <summary>Rows that one total may follow; a longer way is shown without entries.</summary>
    private const int RowsMax = 40;

    /// <summary>Blank where no VAT entries are behind it: texts and accounts.</summary>
    public static string Of(
        VatStatementLine line,
        IReadOnlyList<VatStatementLine> lines,
        VatQuestion asked
    ) => Of([line], lines, asked);

    /// <summary>The same for a figure that several lines make.</summary>
    public static string Of(
        IReadOnlyList<VatStatementLine> figure,
        IReadOnlyList<VatStatementLine> lines,
        VatQuestion asked
    )
    {
        var leaves = new HashSet<VatStatementLine>();
        foreach (var line in figure)
            Collect(line, lines, leaves);
        var parts = leaves.Select(Own).Distinct().ToList();
        if (parts.Count is 0 or > RowsMax)
            return "";
        var either = parts.Count == 1 ? parts[0] : $"({string.Join(" or ", parts)})";
        return string.Join(" and ", new[] { either }.Concat(Common(asked)));
    }

    /// <summary>The entries behind a line of the EU sales list (ICP-01).</summary>
    public static string Of(EuSalesLine line, VatSpan span)
    {
        var kind = line.Supply switch
        {
            EuSupply.Goods => "euService eq false and euThirdPartyTrade eq false",
            EuSupply.Services => "euService eq true",
            EuSupply.Triangular => "euService eq false and euThirdPartyTrade eq true",
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };
        var numbers = line.WrittenAs.Select(no => $"taxRegistrationNumber eq '{Quoted(no)}'");
        var own = $"({string.Join(" or ", numbers)})";
        return string.Join(
            " and ",
            new[] { "type eq 'Sale'", "calculationType eq 'ReverseChargeVAT'", own, kind }.Concat(
                Common(new VatQuestion(span.From, span.To))
            )
        );
    }

    private static void Collect(
        VatStatementLine line,
        IReadOnlyList<VatStatementLine> lines,
        HashSet<VatStatementLine> leaves
    )
    {
        if (line.Type == VatStatementLineType.VatEntryTotaling)
            leaves.Add(line);
        if (line.Type != VatStatementLineType.RowTotaling)
            return;
        foreach (var summed in VatStatementCalculation.SummedBy(line, lines))
            Collect(summed, lines, leaves);
    }

    private static string Own(VatStatementLine line)
    {
        var type =
            line.GenPostingType == GenPostingType.None
                ? "type ne 'Settlement'"
                : $"type eq '{line.GenPostingType}'";
        var parts = new List<string> { type };
        if (Groups("taxBusinessPostingGroup", line.VatBusFilter) is { } bus)
            parts.Add(bus);
        if (Groups("taxProductPostingGroup", line.VatProdFilter) is { } prod)
            parts.Add(prod);
        if (line.EuThirdParty != EuThirdPartyChoice.All)
            parts.Add(
                line.EuThirdParty == EuThirdPartyChoice.ThirdParty
                    ? "euThirdPartyTrade eq true"
                    : "euThirdPartyTrade eq false"
            );
        return $"({string.Join(" and ", parts)})";
    }

    private static string? Groups(string field, string filter)
    {
        if (filter.Length == 0)
            return null;
        var parts = CodeFilter.Parts(filter).Select(part => Part(field, part));
        return $"({string.Join(" or ", parts)})";
    }

    private static string Part(string field, (string From, string To) part)
    {
        if (part.From == part.To)
            return $"{field} eq '{Quoted(part.From)}'";
        var from = $"{field} ge '{Quoted(part.From)}'";
        return part.To.Length == 0 ? from : $"{from} and {field} le '{Quoted(part.To)}'";
    }

    private static IEnumerable<string> Common(VatQuestion asked)
    {
        if (asked.Start > DateOnly.MinValue)
            yield return $"taxReportingDate ge {Text(asked.Start)}";
        if (asked.To < DateOnly.MaxValue)
            yield return $"taxReportingDate le {Text(asked.To)}";
        if (asked.Selection != VatSelection.OpenAndClosed)
            yield return asked.Selection == VatSelection.Closed
                ? "closed eq true"
                : "closed eq false";
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
