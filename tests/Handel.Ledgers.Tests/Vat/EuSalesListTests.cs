using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>The EU sales list (ICP-01..03).</summary>
public sealed class EuSalesListTests
{
    [Fact]
    public void S03_a_sale_is_listed_in_whole_euros_cut_off()
    {
        var line = Assert.Single(EuSalesList.Of([Sale("DE136695976", -2480.55m)]));

        Assert.Equal(
            ("DE", "136695976", EuSupply.Goods, 2480.55m, 2480m),
            (line.EuCountryCode, line.VatNumber, line.Supply, line.Amount, line.Declared)
        );
    }

    [Fact]
    public void ICP_02_goods_services_and_chains_of_three_are_lines_of_their_own()
    {
        var lines = EuSalesList.Of([
            Sale("DE136695976", -100m) with
            {
                IsService = true,
            },
            Sale("de 136 695 976", -50m),
            Sale("DE136695976", -20m),
            Sale("DE136695976", -30m) with
            {
                IsThirdParty = true,
            },
            Sale("DE136695976", -5m) with
            {
                IsService = true,
                IsThirdParty = true,
            },
        ]);

        Assert.Equal(
            [(EuSupply.Goods, 70m), (EuSupply.Services, 105m), (EuSupply.Triangular, 30m)],
            lines.Select(l => (l.Supply, l.Amount))
        );
    }

    [Fact]
    public void ICP_02_less_than_one_euro_is_left_out_of_the_return()
    {
        var lines = EuSalesList.Of([
            Sale("DE136695976", -0.99m),
            Sale("BE0428759497", -1.00m) with
            {
                EuCountryCode = "BE",
            },
        ]);

        Assert.Equal([true, false], lines.Select(EuSalesList.IsDeclared));
    }

    [Fact]
    public void ICP_03_a_credit_memo_of_a_later_period_stands_there_with_its_sign() =>
        Assert.Equal(-350m, Assert.Single(EuSalesList.Of([Sale("DE136695976", 350.90m)])).Declared);

    private static EuSale Sale(string number, decimal @base) =>
        new("DE", number, IsService: false, IsThirdParty: false) { Base = @base };
}
