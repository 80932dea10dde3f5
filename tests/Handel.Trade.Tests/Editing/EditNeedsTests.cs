using Handel.Kernel;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Xunit;

namespace Handel.Trade.Tests.Editing;

public sealed class EditNeedsTests
{
    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void Another_party_needs_the_items_of_all_lines(Direction direction)
    {
        var order = new EditGiven(direction).Order("A", 1m);

        var needs = EditNeeds.Of(
            order,
            new DocumentEdit { Header = [new(HeaderField.PartyNo, "P2")] }
        );

        Assert.Equal([(direction, "P2"), (direction, "P1")], needs.Parties);
        Assert.Equal(["A"], needs.Items);
    }

    [Fact]
    public void A_line_needs_its_item_and_variant_and_nothing_else()
    {
        var order = new EditGiven(Direction.Sale).Order("A", 1m);
        LineChange[] toRed = [new(LineField.VariantCode, "RED")];
        LineChange[] text = [new(LineField.Description, "Note")];

        var needs = EditNeeds.Of(
            order,
            new DocumentEdit
            {
                Lines =
                [
                    new(order.Lines[0].Id, LineEditKind.Change, toRed),
                    new(Guid.NewGuid(), LineEditKind.Add, text),
                ],
            }
        );

        Assert.Equal(
            ("A", ("A", "RED")),
            (Assert.Single(needs.Items), Assert.Single(needs.Variants))
        );
        Assert.Empty(needs.Parties);
    }

    [Fact]
    public void Release_needs_the_parties()
    {
        var order = new EditGiven(Direction.Purchase).Order("A", 1m, "P2");

        Assert.Equal(2, EditNeeds.OfRelease(order).Parties.Count);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void Every_field_has_a_name_on_every_document(Direction direction)
    {
        foreach (var kind in Mirror.Of(direction).Drafts.Keys)
        {
            var document = new TradeDocument { Direction = direction, Kind = kind };
            var names = Enum.GetValues<HeaderField>()
                .Select(field => FieldNames.Of(document, field))
                .ToList();

            Assert.Equal(names.Count, names.Distinct().Count());
            Assert.All(
                Enum.GetValues<LineField>(),
                f => Assert.NotEmpty(FieldNames.Of(document, f))
            );
        }
    }
}
