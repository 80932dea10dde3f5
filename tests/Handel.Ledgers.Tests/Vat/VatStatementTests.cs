using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>VAT statements (VST-01..04).</summary>
public sealed class VatStatementTests
{
    private readonly VatGiven _given = new();

    [Fact]
    public void S29_boxes_are_exact_and_in_whole_euros()
    {
        _given.QuarterOfS29();

        var rows = VatStatementCalculation.Of(Dutch(), _given.Figures());

        Assert.Equal(
            [
                ("1A-O", 12100.00m, 12100m),
                ("1A-B", 2541.00m, 2541m),
                ("1B-O", 1500.00m, 1500m),
                ("1B-B", 135.00m, 135m),
                ("4B-O", 2480.55m, 2480m),
                ("4B-B", 520.92m, 520m),
                ("5A", 3196.92m, 3196m),
                ("5B", 1440.72m, 1441m),
                ("5B-", -1440.72m, -1441m),
                ("5C", 1756.20m, 1755m),
            ],
            rows.Select(r => (r.Line.RowNo, r.Amount, r.Declared))
        );
    }

    [Fact]
    public void VST_01_amount_types_split_what_may_be_deducted()
    {
        _given.Entry(GenPostingType.Purchase, "BINNENL", "HOOG", (231.33m, 48.58m));
        _given.Change(1, e => e with { NonDeductibleBase = 154.22m, NonDeductibleAmount = 32.39m });
        _given.Change(
            1,
            e => e with { RemainingUnrealizedBase = 80m, RemainingUnrealizedAmount = 16.80m }
        );
        var lines = Enum.GetValues<VatAmountType>()
            .Select((type, at) => Entries(at, "HOOG", type, GenPostingType.Purchase))
            .ToList();

        var rows = VatStatementCalculation.Of(lines, _given.Figures());

        Assert.Equal(
            [
                (VatAmountType.Amount, 48.58m),
                (VatAmountType.Base, 231.33m),
                (VatAmountType.NonDeductibleAmount, 32.39m),
                (VatAmountType.NonDeductibleBase, 154.22m),
                (VatAmountType.FullAmount, 80.97m),
                (VatAmountType.FullBase, 385.55m),
                (VatAmountType.UnrealizedAmount, 16.80m),
                (VatAmountType.UnrealizedBase, 80m),
            ],
            rows.Select(r => (r.Line.AmountType, r.Amount))
        );
    }

    [Fact]
    public void VST_01_accounts_are_totalled_and_print_signs_stay_out_of_totals()
    {
        var accounts = new Dictionary<string, decimal>
        {
            ["4310"] = -100m,
            ["4311"] = -30m,
            ["4320"] = 50m,
        };
        var line = Line(1, "A", VatStatementLineType.AccountTotaling);
        line.AccountTotaling = "4310..4311";
        line.PrintOpposite = true;
        var total = Total(2, "B", "A");

        var rows = VatStatementCalculation.Of([line, total], _given.Figures(accounts));

        Assert.Equal([130m, -130m], rows.Select(r => r.Amount));
    }

    [Theory]
    [InlineData(EuThirdPartyChoice.All, 300)]
    [InlineData(EuThirdPartyChoice.ThirdParty, 100)]
    [InlineData(EuThirdPartyChoice.Others, 200)]
    public void X_02_supplies_in_a_chain_of_three_can_be_told_apart(
        EuThirdPartyChoice choice,
        int expected
    )
    {
        _given
            .Entry(GenPostingType.Sale, "EU", "HOOG", (-100m, 0m))
            .Entry(GenPostingType.Sale, "EU", "HOOG", (-200m, 0m));
        _given.Change(1, e => e with { IsReportedEuThirdParty = true });
        var line = Entries(1, "HOOG", VatAmountType.Base, GenPostingType.Sale);
        line.CalculateOpposite = true;
        line.EuThirdParty = choice;

        var row = Assert.Single(VatStatementCalculation.Of([line], _given.Figures()));

        Assert.Equal(expected, row.Amount);
    }

    [Fact]
    public void VST_03_a_row_that_sums_itself_is_refused()
    {
        var problem = Assert.Single(VatStatementCalculation.FindProblems([Total(1, "A", "A..C")]));

        Assert.Equal(
            ("E-VATCYCLE", "rowTotaling", "A..C"),
            (problem.Code, problem.Field, problem.Value)
        );
    }

    [Fact]
    public void VST_03_a_detour_over_other_rows_is_refused_too()
    {
        var lines = new[] { Total(1, "A", "B"), Total(2, "B", "C"), Total(3, "C", "A") };

        Assert.Equal(3, VatStatementCalculation.FindProblems(lines).Count());
        Assert.Throws<InvalidOperationException>(() =>
            VatStatementCalculation.Of(lines, _given.Figures())
        );
    }

    [Fact]
    public void VST_03_a_total_names_rows() =>
        Assert.Equal(
            ["E-VATROW"],
            VatStatementCalculation.FindProblems([Total(1, "A", "")]).Select(p => p.Code)
        );

    private static List<VatStatementLine> Dutch()
    {
        var owed = "1A-B|1B-B|4B-B";
        return
        [
            Box(1, "1A-O", "BINNENL", "HOOG", VatAmountType.Base),
            Box(2, "1A-B", "BINNENL", "HOOG", VatAmountType.Amount),
            Box(3, "1B-O", "BINNENL", "LAAG", VatAmountType.Base),
            Box(4, "1B-B", "BINNENL", "LAAG", VatAmountType.Amount),
            Acquired(5, "4B-O", VatAmountType.FullBase),
            Acquired(6, "4B-B", VatAmountType.FullAmount),
            Total(7, "5A", owed),
            Input(8),
            Opposite(Total(9, "5B-", "5B")),
            Total(10, "5C", "5A|5B-"),
        ];
    }

    private static VatStatementLine Box(int lineNo, string rowNo, string bus, params object[] what)
    {
        var line = Entries(lineNo, (string)what[0], (VatAmountType)what[1], GenPostingType.Sale);
        line.RowNo = rowNo;
        line.VatBusFilter = bus;
        line.Rounding = VatBoxRounding.Down;
        return Opposite(line);
    }

    private static VatStatementLine Acquired(int lineNo, string rowNo, VatAmountType type)
    {
        var line = Entries(lineNo, "", type, GenPostingType.Purchase);
        line.RowNo = rowNo;
        line.VatBusFilter = "EU";
        line.Rounding = VatBoxRounding.Down;
        return line;
    }

    private static VatStatementLine Input(int lineNo)
    {
        var line = Entries(lineNo, "", VatAmountType.Amount, GenPostingType.Purchase);
        line.RowNo = "5B";
        line.Rounding = VatBoxRounding.Up;
        return line;
    }

    private static VatStatementLine Entries(
        int lineNo,
        string prod,
        VatAmountType type,
        GenPostingType posting
    )
    {
        var line = Line(lineNo, $"R{lineNo}", VatStatementLineType.VatEntryTotaling);
        line.VatProdFilter = prod;
        line.AmountType = type;
        line.GenPostingType = posting;
        return line;
    }

    private static VatStatementLine Total(int lineNo, string rowNo, string rows)
    {
        var line = Line(lineNo, rowNo, VatStatementLineType.RowTotaling);
        line.RowTotaling = rows;
        return line;
    }

    private static VatStatementLine Opposite(VatStatementLine line)
    {
        line.CalculateOpposite = true;
        return line;
    }

    private static VatStatementLine Line(int lineNo, string rowNo, VatStatementLineType type) =>
        new()
        {
            LineNo = lineNo,
            RowNo = rowNo,
            Type = type,
        };
}
