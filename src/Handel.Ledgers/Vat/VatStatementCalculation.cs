using Handel.Kernel;
using Handel.Kernel.Problems;

namespace Handel.Ledgers.Vat;

/// <summary>
/// A VAT statement from the sums of its period (VST-01..04): every line exactly, and the boxes in
/// whole units, what is owed down and what is reclaimed up.
/// </summary>
public sealed class VatStatementCalculation
{
    public const string Entity = "taxStatementLines";

    private readonly IReadOnlyList<VatStatementLine> _lines;
    private readonly VatFigures _figures;
    private readonly Dictionary<VatStatementLine, (decimal Exact, decimal Declared)> _known = [];

    private VatStatementCalculation(IReadOnlyList<VatStatementLine> lines, VatFigures figures) =>
        (_lines, _figures) = (lines, figures);

    /// <summary>The rows in line order. The lines must be free of problems.</summary>
    public static IReadOnlyList<VatStatementRow> Of(
        IReadOnlyList<VatStatementLine> lines,
        VatFigures figures
    )
    {
        if (FindProblems(lines).FirstOrDefault() is { } problem)
            throw new InvalidOperationException($"The statement has a problem: {problem}.");
        var calculation = new VatStatementCalculation(lines, figures);
        return [.. lines.OrderBy(line => line.LineNo).Select(calculation.Row)];
    }

    /// <summary>Rows that sum nothing, or themselves over whatever way (VST-03).</summary>
    public static IEnumerable<Problem> FindProblems(IReadOnlyList<VatStatementLine> lines)
    {
        foreach (var line in lines.Where(IsTotal))
        {
            if (line.RowTotaling.Length == 0)
                yield return At(ProblemCodes.VatStatementRow, line);
            else if (Reaches(line, line, lines, []))
                yield return At(ProblemCodes.VatStatementCycle, line);
        }
    }

    /// <summary>The lines that a total sums.</summary>
    public static IEnumerable<VatStatementLine> SummedBy(
        VatStatementLine total,
        IReadOnlyList<VatStatementLine> lines
    ) =>
        lines.Where(line =>
            line.RowNo.Length > 0 && CodeFilter.Covers(total.RowTotaling, line.RowNo)
        );

    private static bool IsTotal(VatStatementLine line) =>
        line.Type == VatStatementLineType.RowTotaling;

    private static bool Reaches(
        VatStatementLine from,
        VatStatementLine wanted,
        IReadOnlyList<VatStatementLine> lines,
        HashSet<VatStatementLine> seen
    )
    {
        foreach (var next in SummedBy(from, lines))
        {
            if (next == wanted)
                return true;
            if (IsTotal(next) && seen.Add(next) && Reaches(next, wanted, lines, seen))
                return true;
        }
        return false;
    }

    private VatStatementRow Row(VatStatementLine line)
    {
        var (exact, declared) = ValueOf(line);
        return line.PrintOpposite ? new(line, -exact, -declared) : new(line, exact, declared);
    }

    private (decimal Exact, decimal Declared) ValueOf(VatStatementLine line)
    {
        if (_known.TryGetValue(line, out var known))
            return known;
        var (exact, declared) = line.Type switch
        {
            VatStatementLineType.AccountTotaling => Both(OfAccounts(line)),
            VatStatementLineType.VatEntryTotaling => Both(OfEntries(line)),
            VatStatementLineType.RowTotaling => OfRows(line),
            VatStatementLineType.Description => (0m, 0m),
            _ => throw new InvalidOperationException($"Unknown line type {line.Type}."),
        };
        if (line.CalculateOpposite)
            (exact, declared) = (-exact, -declared);
        declared = line.Rounding switch
        {
            VatBoxRounding.None => declared,
            VatBoxRounding.Down => decimal.Floor(declared),
            VatBoxRounding.Up => decimal.Ceiling(declared),
            _ => throw new InvalidOperationException($"Unknown rounding {line.Rounding}."),
        };
        return _known[line] = (exact, declared);
    }

    private decimal OfAccounts(VatStatementLine line) =>
        _figures
            .Accounts.Where(account => CodeFilter.Covers(line.AccountTotaling, account.Key))
            .Sum(account => account.Value);

    private decimal OfEntries(VatStatementLine line) =>
        _figures.Sums.Where(sum => Counts(line, sum)).Sum(sum => sum.Of(line.AmountType));

    private static bool Counts(VatStatementLine line, VatSum sum) =>
        (line.GenPostingType == default || line.GenPostingType == sum.Type)
        && CodeFilter.Allows(line.VatBusFilter, sum.Groups.Bus)
        && CodeFilter.Allows(line.VatProdFilter, sum.Groups.Prod)
        && line.EuThirdParty switch
        {
            EuThirdPartyChoice.All => true,
            EuThirdPartyChoice.ThirdParty => sum.IsEuThirdParty,
            EuThirdPartyChoice.Others => !sum.IsEuThirdParty,
            _ => throw new InvalidOperationException($"Unknown choice {line.EuThirdParty}."),
        };

    private (decimal Exact, decimal Declared) OfRows(VatStatementLine line)
    {
        var (exact, declared) = (0m, 0m);
        foreach (var row in SummedBy(line, _lines))
        {
            var value = ValueOf(row);
            (exact, declared) = (exact + value.Exact, declared + value.Declared);
        }
        return (exact, declared);
    }

    private static (decimal, decimal) Both(decimal value) => (value, value);

    private static Problem At(string code, VatStatementLine line) =>
        new(
            code,
            new RecordRef(Entity, $"{line.StatementName} {line.RowNo}", line.LineNo, line.Id),
            "rowTotaling",
            line.RowTotaling
        );
}
