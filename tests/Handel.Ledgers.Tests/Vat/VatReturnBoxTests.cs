using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>The boxes of the return, and the identifiers behind its rates.</summary>
public sealed class VatReturnBoxTests
{
    [Fact]
    public void VST_04_turnover_and_VAT_of_a_box_stand_beside_each_other()
    {
        var rows = new[]
        {
            Row(1, ("", "Section 1"), 0m) with
            {
                Line = Heading(1, "Section 1"),
            },
            Row(2, ("1a", "Standard rate, base"), 12100.49m, VatAmountType.Base),
            Row(3, ("1a", "Standard rate, VAT"), 2541.10m, VatAmountType.Amount),
            Row(4, ("4b", "From the union, base"), 2480.55m, VatAmountType.FullBase),
            Row(5, ("4b", "From the union, VAT"), 520.92m, VatAmountType.FullAmount),
            Row(6, ("5a", "VAT owed"), 3062.02m, VatAmountType.Amount),
        };

        var boxes = VatReturnBoxes.Of(rows);

        Assert.Equal(
            [
                ("", "Section 1", 0m, 0m, 0m),
                ("1a", "Standard rate", 12100.49m, 12100m, 2541m),
                ("4b", "From the union", 2480.55m, 2480m, 520m),
                ("5a", "VAT owed", 0m, 0m, 3062m),
            ],
            boxes.Select(b =>
                (b.BoxNo, b.Description, b.Turnover.Amount, b.Turnover.Declared, b.Vat.Declared)
            )
        );
        Assert.Equal([true, false, false, false], boxes.Select(b => b.IsHeading));
        Assert.Equal([2], boxes[1].Turnover.Lines.Select(line => line.LineNo));
    }

    [Fact]
    public void VST_01_a_row_that_is_not_printed_is_in_no_box()
    {
        var hidden = Row(1, ("5b", "Helper"), 10m, VatAmountType.Amount);
        hidden.Line.Print = false;
        var shown = Row(2, ("5b", "Input VAT"), 7m, VatAmountType.Amount);

        var box = Assert.Single(VatReturnBoxes.Of([hidden, shown]));

        Assert.Equal((7m, "Input VAT"), (box.Vat.Amount, box.Description));
    }

    [Fact]
    public void VPS_01_an_identifier_has_the_rate_of_the_day_and_the_next_other_one()
    {
        VatRate[] rates =
        [
            new() { StartingDate = new(2019, 1, 1), VatPct = 9m },
            new() { StartingDate = new(2027, 1, 1), VatPct = 9m },
            new() { StartingDate = new(2028, 1, 1), VatPct = 10m },
        ];
        VatPostingSetup[] setups =
        [
            Setup("LOW2", "VAT9", 6m, rates),
            Setup("HIGH", "VAT21", 21m, []),
            Setup("LOW1", "VAT9", 6m, rates),
        ];

        var now = VatIdentifiers.Of(setups, new(2026, 6, 30));
        var before = VatIdentifiers.Of(setups, new(2018, 12, 31));

        Assert.Equal(
            [("VAT21", 21m, "HIGH"), ("VAT9", 9m, "LOW1, LOW2")],
            now.Select(i => (i.Code, i.Pct, i.ProdGroups))
        );
        Assert.Null(now[0].Next);
        Assert.Equal((new DateOnly(2028, 1, 1), 10m), now[1].Next);
        Assert.Equal((6m, (new DateOnly(2019, 1, 1), 9m)), (before[1].Pct, before[1].Next!.Value));
    }

    private static VatPostingSetup Setup(
        string prod,
        string identifier,
        decimal pct,
        VatRate[] rates
    ) =>
        new()
        {
            VatBusPostingGroup = "HOME",
            VatProdPostingGroup = prod,
            VatIdentifier = identifier,
            VatPct = pct,
            Rates = rates,
        };

    private static VatStatementRow Row(
        int lineNo,
        (string Box, string Description) text,
        decimal amount,
        VatAmountType type = VatAmountType.Amount
    ) =>
        new(
            new()
            {
                LineNo = lineNo,
                BoxNo = text.Box,
                Description = text.Description,
                Type = VatStatementLineType.VatEntryTotaling,
                AmountType = type,
                GenPostingType = GenPostingType.Sale,
            },
            amount,
            decimal.Floor(amount)
        );

    private static VatStatementLine Heading(int lineNo, string text) =>
        new()
        {
            LineNo = lineNo,
            Description = text,
            Type = VatStatementLineType.Description,
        };
}
