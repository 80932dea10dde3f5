using Handel.Ledgers.Vat;
using Xunit;

namespace Handel.Ledgers.Tests.Vat;

/// <summary>
/// What of 210.00 VAT on an invoice of 1,210.00 becomes due, by what was open, what is left open,
/// and what of the VAT is left (UNR-02).
/// </summary>
public sealed class UnrealizedShareTests
{
    private const decimal Invoice = 1210m;
    private const decimal Vat = 210m;

    [Theory]
    [InlineData(UnrealizedVatType.Percentage, 1210, 605, 210, 0.5)]
    [InlineData(UnrealizedVatType.Percentage, 605, 484, 105, 0.2)]
    [InlineData(UnrealizedVatType.First, 1210, 1105, 210, 0.5)]
    [InlineData(UnrealizedVatType.First, 1105, 1000, 105, 1)]
    [InlineData(UnrealizedVatType.First, 1105, 400, 105, 1)]
    [InlineData(UnrealizedVatType.FirstFullyPaid, 1210, 1001, 210, 0)]
    [InlineData(UnrealizedVatType.FirstFullyPaid, 1001, 1000, 210, 1)]
    [InlineData(UnrealizedVatType.Last, 1210, 210, 210, 0)]
    [InlineData(UnrealizedVatType.Last, 210, 105, 210, 0.5)]
    [InlineData(UnrealizedVatType.Last, 1210, 105, 210, 0.5)]
    [InlineData(UnrealizedVatType.LastFullyPaid, 1210, 0.01, 210, 0)]
    public void UNR_02_a_payment_makes_its_share_due(
        UnrealizedVatType type,
        decimal before,
        decimal after,
        decimal left,
        decimal share
    ) => Assert.Equal(share, UnrealizedShare.Of(type, new(Invoice, before, after), new(Vat, left)));

    [Theory]
    [InlineData(UnrealizedVatType.Percentage)]
    [InlineData(UnrealizedVatType.First)]
    [InlineData(UnrealizedVatType.Last)]
    [InlineData(UnrealizedVatType.FirstFullyPaid)]
    [InlineData(UnrealizedVatType.LastFullyPaid)]
    public void INV_43_a_paid_invoice_leaves_nothing(UnrealizedVatType type) =>
        Assert.Equal(1m, UnrealizedShare.Of(type, new(Invoice, 0.01m, 0m), new(Vat, 3m)));
}
