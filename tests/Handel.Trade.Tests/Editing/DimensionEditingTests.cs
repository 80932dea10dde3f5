using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Ledgers.Mirror;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;
using static Handel.Trade.Tests.DimensionGiven;

namespace Handel.Trade.Tests.Editing;

public sealed class DimensionEditingTests
{
    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void DIM_06_a_header_combines_party_salesperson_and_location(Direction direction)
    {
        var given = Given(
            direction,
            Default(PartyOf(direction), "PAYS", "AREA", "10"),
            Default("salespeoplePurchasers", "BOB", "AREA", "20"),
            Default("salespeoplePurchasers", "BOB", "PROJECT", "A"),
            Default("locations", "EAST", "COST", "X")
        );

        // P2 is billed to PAYS, whose salesperson is BOB; P2 itself is delivered from EAST.
        var order = given.New(DocumentKind.Order, "P2");

        Assert.Equal("AREA=10, COST=X, PROJECT=A", SetOf(given, order.DimensionSetId));
    }

    [Fact]
    public void DIM_06_the_field_just_edited_wins_over_the_party()
    {
        var given = Given(
            Direction.Sale,
            Default("customers", "P1", "AREA", "10"),
            Default("salespeoplePurchasers", "BOB", "AREA", "20")
        );
        var order = given.New(DocumentKind.Order);

        EditGiven.Accept(given.Set(order, (HeaderField.SalespersonCode, "BOB")));

        Assert.Equal("AREA=20", SetOf(given, order.DimensionSetId));
    }

    [Fact]
    public void What_was_typed_for_other_dimensions_stays_when_the_location_changes()
    {
        var given = Given(Direction.Sale, Default("locations", "EAST", "COST", "X"));
        var order = given.New(DocumentKind.Order);
        EditGiven.Accept(given.Set(order, Header(("PROJECT", "B"))));

        EditGiven.Accept(given.Set(order, (HeaderField.LocationCode, "EAST")));
        Assert.Equal("COST=X, PROJECT=B", SetOf(given, order.DimensionSetId));
        EditGiven.Accept(given.Set(order, (HeaderField.LocationCode, "")));

        Assert.Equal("PROJECT=B", SetOf(given, order.DimensionSetId));
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void DIM_06_without_priorities_the_header_wins_over_the_item(Direction direction)
    {
        var given = Given(
            direction,
            Default(PartyOf(direction), "P1", "AREA", "10"),
            Default("items", "A", "AREA", "20"),
            Default("items", "A", "PROJECT", "A"),
            Default("locations", "EAST", "PROJECT", "B")
        );
        var order = given.Order("A", 1m);
        var line = order.Lines[0];
        Assert.Equal("AREA=10, PROJECT=A", SetOf(given, line.DimensionSetId));

        EditGiven.Accept(given.Set(line, order, (LineField.LocationCode, "EAST")));

        Assert.Equal("AREA=10, PROJECT=B", SetOf(given, line.DimensionSetId));
    }

    [Fact]
    public void DIM_06_with_a_priority_the_item_wins_over_the_header()
    {
        var rules = Rules(
            Default("customers", "P1", "AREA", "10"),
            Default("items", "A", "AREA", "20")
        ) with
        {
            Priorities =
            [
                new()
                {
                    SourceCode = "SALES",
                    Entity = "items",
                    Priority = 1,
                },
            ],
        };
        var given = new EditGiven(Direction.Sale) { Dimensions = new(rules, new()) };

        var order = given.Order("A", 1m);

        Assert.Equal("AREA=20", SetOf(given, order.Lines[0].DimensionSetId));
    }

    [Fact]
    public void A_ledger_account_supplies_its_defaults_to_a_line()
    {
        var given = Given(Direction.Purchase, Default("accounts", "8020", "COST", "X"));
        var invoice = given.New(DocumentKind.Invoice);

        EditGiven.Accept(given.Add(invoice, EditGiven.Account("8020", 10m)));

        Assert.Equal("COST=X", SetOf(given, invoice.Lines[0].DimensionSetId));
    }

    [Fact]
    public void DIM_07_lines_follow_the_header_only_when_asked_and_only_in_what_changed()
    {
        var given = Given(Direction.Sale);
        var order = given.Order("A", 1m);
        var line = order.Lines[0];
        EditGiven.Accept(given.Set(line, order, (LineField.Dimensions, Changes(("COST", "X")))));

        EditGiven.Accept(given.Set(order, Header(("AREA", "10"))));
        Assert.Equal("COST=X", SetOf(given, line.DimensionSetId));
        EditGiven.Accept(Follow(given, order, ("AREA", "20")));

        Assert.Equal("AREA=20", SetOf(given, order.DimensionSetId));
        Assert.Equal("AREA=20, COST=X", SetOf(given, line.DimensionSetId));
    }

    [Fact]
    public void DIM_02_a_shipped_line_follows_with_a_warning()
    {
        var given = Given(Direction.Sale);
        var order = given.Order("A", 2m);
        order.Lines[0].QtyDelivered = 1m;

        var outcome = Follow(given, order, ("AREA", "20"));

        Assert.Equal("AREA=20", SetOf(given, order.Lines[0].DimensionSetId));
        Assert.Equal([EditCodes.DimensionsOfHandled], outcome.Notices.Select(n => n.Code));
    }

    [Fact]
    public void API_D1_14_a_shortcut_sets_its_dimension_and_an_unknown_value_is_refused()
    {
        var given = Given(Direction.Sale);
        var order = given.New(DocumentKind.Order);
        DimensionChange[] change = [DimensionChange.OfShortcut(2, "B")];
        EditGiven.Accept(given.Set(order, (HeaderField.Dimensions, change)));
        Assert.Equal("PROJECT=B", SetOf(given, order.DimensionSetId));

        DimensionChange[] wrong =
        [
            DimensionChange.OfShortcut(1, "77"),
            DimensionChange.OfShortcut(5, "X"),
            DimensionChange.OfShortcut(6, ""),
        ];
        var outcome = given.Set(order, (HeaderField.Dimensions, wrong));

        Assert.Equal(
            [("valueUnknown", "shortcutDimension1Code"), ("dimensionUnknown", "dimensionSetLines")],
            outcome.Problems.Select(p => (p.Args["rule"], p.Field))
        );
    }

    [Theory]
    [InlineData(Direction.Sale, 0)]
    [InlineData(Direction.Purchase, 1)]
    public void H_03_only_buying_locks_the_dimensions_of_released_lines(
        Direction direction,
        int problems
    )
    {
        var given = Given(direction);
        var order = given.Order("A", 1m);
        order.Status = DocumentStatus.Released;

        var line = given.Set(
            order.Lines[0],
            order,
            (LineField.Dimensions, Changes(("AREA", "10")))
        );
        var header = given.Set(order, Header(("AREA", "10")));

        Assert.Equal(problems, line.Problems.Count);
        Assert.Empty(header.Problems);
    }

    [Fact]
    public void Another_party_takes_its_own_defaults_for_header_and_lines()
    {
        var given = Given(
            Direction.Sale,
            Default("customers", "P1", "AREA", "10"),
            Default("customers", "USD", "AREA", "30"),
            Default("items", "A", "PROJECT", "A")
        );
        var order = given.Order("A", 1m);

        EditGiven.Accept(given.Set(order, (HeaderField.PartyNo, "USD")));

        Assert.Equal("AREA=30", SetOf(given, order.DimensionSetId));
        Assert.Equal("AREA=30, PROJECT=A", SetOf(given, order.Lines[0].DimensionSetId));
    }

    [Fact]
    public void An_edit_asks_for_the_sets_and_sources_of_its_draft()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 1m);
        (order.DimensionSetId, order.Lines[0].DimensionSetId) = (7, 8);
        var edit = new DocumentEdit { Header = [new(HeaderField.LocationCode, "EAST")] };

        var needs = EditNeeds.Of(order, edit);

        Assert.Equal([7, 8], needs.DimensionSets.Order());
        Assert.Equal(
            [("customers", "P1"), ("items", "A")],
            needs.DimensionSources.Select(source => (source.Entity, source.No))
        );
    }

    private static EditGiven Given(Direction direction, params DefaultDimension[] defaults) =>
        new(direction) { Dimensions = Context(defaults) };

    private static string PartyOf(Direction direction) => LedgerSide.Of(direction).PartyEntity;

    private static string SetOf(EditGiven given, int setId) =>
        given.Dimensions.Sets[setId].ToString();

    private static (HeaderField, object?) Header(params (string, string)[] pairs) =>
        (HeaderField.Dimensions, Changes(pairs));

    private static DimensionChange[] Changes(params (string Dimension, string Value)[] pairs) =>
        [.. pairs.Select(pair => new DimensionChange(pair.Dimension, pair.Value))];

    private static EditOutcome Follow(
        EditGiven given,
        TradeDocument order,
        params (string, string)[] pairs
    ) =>
        DocumentEditing.Apply(
            order,
            new DocumentEdit
            {
                Header = [new(HeaderField.Dimensions, Changes(pairs))],
                UpdatesLineDimensions = true,
            },
            given.Context
        );
}
