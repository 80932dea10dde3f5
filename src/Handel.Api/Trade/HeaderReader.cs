using Handel.Api.Engine;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Parties;
using Handel.Trade;
using Handel.Trade.Documents;
using Handel.Trade.Editing;

namespace Handel.Api.Trade;

/// <summary>Turns the properties of a body into header changes (A18.2, A18.4).</summary>
/// <param name="model">A document of the direction and kind; of a draft, the draft itself.</param>
internal sealed class HeaderReader(SideNames side, TradeDocument model, GivenReferences references)
{
    private readonly Dictionary<string, HeaderField> fields = Enum.GetValues<HeaderField>()
        .ToDictionary(field => FieldNames.Of(model, field), StringComparer.Ordinal);

    public List<HeaderChange> Changes { get; } = [];
    public List<Problem> Problems { get; } = [];

    /// <param name="ownAddress">The address that typed parts of it are laid over.</param>
    public void Read(Given given, Address ownAddress)
    {
        Pair(given, (side.PartyId, side.PartyNumber), HeaderField.PartyNo);
        Pair(given, (side.BillId, side.BillNumber), HeaderField.BillToNo);
        Pair(given, ("paymentTermsId", ""), HeaderField.PaymentTermsCode);
        Pair(given, ("shipmentMethodId", ""), HeaderField.ShipmentMethodCode);
        Pair(given, ("currencyId", "currencyCode"), HeaderField.CurrencyCode);
        if (Paired(given, "invoiceId", "invoiceNumber") is { } invoice)
            Changes.Add(new(HeaderField.AppliesTo, AppliesTo(invoice)));
        Address(given, side.From, (HeaderField.PartyAddress, ownAddress));
        Address(given, side.Bill, (HeaderField.BillToAddress, model.BillTo));
        Address(given, "shipTo", (HeaderField.ShipToAddress, model.ShipTo));
        foreach (var value in given.Values)
            Plain(value);
        Dimensions(given);
    }

    // The first two stand in the contract, the others on the extension; lines of a set win.
    private void Dimensions(Given given)
    {
        var changes = DimensionLines
            .Shortcuts(given)
            .Concat(references.Dimensions(given, Problems))
            .ToList();
        if (changes.Count > 0)
            Changes.Add(new(HeaderField.Dimensions, changes));
    }

    private void Plain(GivenValue value)
    {
        if (value.Name == "partialShipping")
            Changes.Add(
                new(
                    HeaderField.ShippingAdvice,
                    value.Value is true ? ShippingAdvice.Partial : ShippingAdvice.Complete
                )
            );
        else if (fields.TryGetValue(value.Name, out var field) && !IsPaired(field))
            Changes.Add(new(field, Typed(value.Value)));
    }

    private static bool IsPaired(HeaderField field) =>
        field
            is HeaderField.PartyNo
                or HeaderField.BillToNo
                or HeaderField.PaymentTermsCode
                or HeaderField.ShipmentMethodCode
                or HeaderField.CurrencyCode
                or HeaderField.PartyAddress
                or HeaderField.BillToAddress
                or HeaderField.ShipToAddress
                or HeaderField.AppliesTo
                or HeaderField.ShippingAdvice
                or HeaderField.Dimensions;

    /// <summary>The empty date of the wire is no date.</summary>
    public static object? Typed(object value) =>
        value is DateOnly date && date == DateOnly.MinValue ? null : value;

    private void Pair(Given given, (string Id, string Number) names, HeaderField field)
    {
        if (Paired(given, names.Id, names.Number) is { } code)
            Changes.Add(new(field, code));
    }

    /// <summary>What a pair of id and number says; null when neither is given.</summary>
    private string? Paired(Given given, string idName, string numberName)
    {
        var number = numberName.Length > 0 ? given.Text(numberName) : null;
        if (given.Id(idName) is not { } id)
            return number;
        var found = references.Find(idName, id);
        if (found is null)
            Problems.Add(Refused(EditCodes.Unknown, idName, id.ToString()));
        else if (number is { Length: > 0 } && found.Length > 0 && number != found)
            Problems.Add(Refused(ApiProblems.Pair, $"{idName}, {numberName}", number));
        return found is { Length: 0 } ? number ?? "" : found;
    }

    private Problem Refused(string code, string field, string value) =>
        new(code, Handel.Trade.Mirror.RecordOf(model), field, value);

    private static AppliesTo AppliesTo(string invoiceNo) =>
        invoiceNo.Length == 0
            ? new AppliesTo()
            : new AppliesTo { DocumentType = EntryDocumentType.Invoice, DocumentNo = invoiceNo };

    private void Address(Given given, string prefix, (HeaderField Field, Address Before) at)
    {
        var now = at.Before with
        {
            Name = given.Text($"{prefix}Name") ?? at.Before.Name,
            Contact = given.Text($"{prefix}Contact") ?? at.Before.Contact,
            Line1 = given.Text($"{prefix}AddressLine1") ?? at.Before.Line1,
            Line2 = given.Text($"{prefix}AddressLine2") ?? at.Before.Line2,
            City = given.Text($"{prefix}City") ?? at.Before.City,
            CountryCode = given.Text($"{prefix}Country") ?? at.Before.CountryCode,
            County = given.Text($"{prefix}State") ?? at.Before.County,
            PostCode = given.Text($"{prefix}PostCode") ?? at.Before.PostCode,
        };
        if (now != at.Before)
            Changes.Add(new(at.Field, now));
    }
}
