using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;
using Handel.Trade.Releasing;
using Handel.Trade.Tests.Editing;
using Xunit;

namespace Handel.Trade.Tests.Releasing;

public sealed class ReleaseTests
{
    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void REL01_and_REL06_release_and_reopen(Direction direction)
    {
        var given = new EditGiven(direction);
        var order = given.Order("A", 2m);

        Assert.Empty(Release.Apply(order, given.Context));
        Assert.Equal(DocumentStatus.Released, order.Status);
        Assert.Empty(Release.Apply(order, given.Context));

        Assert.Empty(Release.Reopen(order));
        Assert.Equal(DocumentStatus.Open, order.Status);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void REL02_and_H02_nothing_to_release(Direction direction)
    {
        var given = new EditGiven(direction);

        var problem = Assert.Single(Release.Apply(given.New(DocumentKind.Order), given.Context));

        Assert.Equal(ProblemCodes.NoLines, problem.Code);
    }

    [Theory]
    [InlineData(Direction.Sale)]
    [InlineData(Direction.Purchase)]
    public void REL02_all_that_is_missing_is_told_at_once(Direction direction)
    {
        var setup = DraftGiven.Setup(inventory: inventory => inventory.LocationMandatory = true);
        var given = new EditGiven(direction, setup);
        var order = given.Order("A", 2m);
        order.Lines[0].UnitOfMeasureCode = "";
        given.Parties["P1"].Blocked = PartyBlocked.All;

        var problems = Release.Apply(order, given.Context);

        Assert.Equal(
            [ProblemCodes.Blocked, ProblemCodes.FieldEmpty, ProblemCodes.FieldEmpty],
            problems.Select(problem => problem.Code)
        );
        Assert.Equal(["unitOfMeasureCode", "locationCode"], problems.Skip(1).Select(p => p.Field));
        Assert.Equal(DocumentStatus.Open, order.Status);
    }

    [Fact]
    public void REL06_what_waits_for_approval_is_not_reopened()
    {
        var given = new EditGiven(Direction.Sale);
        var order = given.Order("A", 2m);
        order.Status = DocumentStatus.PendingApproval;

        Assert.Equal(ProblemCodes.ApprovalPending, Assert.Single(Release.Reopen(order)).Code);
    }
}
