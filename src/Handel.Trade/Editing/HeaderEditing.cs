using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>
/// Sets one header field with all that follows from it (sales 3.2, purchasing 3).
/// </summary>
internal static class HeaderEditing
{
    private static readonly Dictionary<HeaderField, Action<Edit, object?>> Rules = new()
    {
        [HeaderField.PartyNo] = (edit, value) => PartyChoice.SetParty(edit, Text(value)),
        [HeaderField.BillToNo] = (edit, value) => PartyChoice.SetBillTo(edit, Text(value)),
        [HeaderField.InvoiceDiscCode] = (edit, value) => DiscountChoice.SetCode(edit, Text(value)),
        [HeaderField.PaymentTermsCode] = (edit, value) => SetTerms(edit, Text(value)),
        [HeaderField.PaymentMethodCode] = (edit, value) => SetMethod(edit, Text(value)),
        [HeaderField.LocationCode] = (edit, value) => SetLocation(edit, Text(value)),
        [HeaderField.SalespersonCode] = (edit, value) => SetSalesperson(edit, Text(value)),
        [HeaderField.GenBusPostingGroup] = (edit, value) => SetGenBus(edit, Text(value)),
        [HeaderField.VatBusPostingGroup] = (edit, value) => SetVatBus(edit, Text(value)),
        [HeaderField.PartyPostingGroup] = (edit, value) => SetPartyGroup(edit, Text(value)),
        [HeaderField.Dimensions] = (edit, value) =>
            HeaderDimensions.Change(edit, (IReadOnlyList<DimensionChange>)value!),
        [HeaderField.PostingDate] = (edit, value) =>
            DocumentDates.SetPostingDate(edit, (DateOnly?)value),
        [HeaderField.DocumentDate] = (edit, value) =>
            DocumentDates.SetDocumentDate(edit, (DateOnly?)value),
        [HeaderField.CurrencyCode] = (edit, value) => CurrencyChoice.Set(edit, Text(value)),
        [HeaderField.CurrencyFactor] = (edit, value) =>
            CurrencyChoice.SetFactor(edit, (decimal)value!),
        [HeaderField.PricesIncludeVat] = (edit, value) => VatMode.Switch(edit, (bool)value!),
        [HeaderField.PaymentDiscountPct] = (edit, value) => SetPmtDiscount(edit, (decimal)value!),
        [HeaderField.VatDate] = (edit, value) => DocumentDates.SetVatDate(edit, (DateOnly?)value),
        [HeaderField.VatBaseDiscountPct] = (edit, value) =>
            SetVatBaseDiscount(edit, (decimal)value!),
        [HeaderField.RequestedDate] = (edit, value) =>
            DocumentDates.SetRequestedDate(edit, (DateOnly?)value),
        [HeaderField.PromisedDate] = (edit, value) =>
            DocumentDates.SetPromisedDate(edit, (DateOnly?)value),
        [HeaderField.AppliesTo] = (edit, value) => SetAppliesTo(edit, (AppliesTo)value!),
        [HeaderField.InvoiceDiscountPct] = (edit, value) =>
            DiscountChoice.SetPct(edit, (decimal)value!),
        [HeaderField.InvoiceDiscountAmount] = (edit, value) =>
            DiscountChoice.SetAmount(edit, (decimal)value!),
    };

    // Fields that nothing follows from.
    private static readonly Dictionary<HeaderField, Action<TradeDocument, object?>> Plain = new()
    {
        [HeaderField.ShipmentMethodCode] = (doc, value) => doc.ShipmentMethodCode = Text(value),
        [HeaderField.LanguageCode] = (doc, value) => doc.LanguageCode = Text(value),
        [HeaderField.ShippingAdvice] = (doc, value) => doc.ShippingAdvice = (ShippingAdvice)value!,
        [HeaderField.PartyAddress] = (doc, value) => doc.Party = (Address)value!,
        [HeaderField.BillToAddress] = (doc, value) => doc.BillTo = (Address)value!,
        [HeaderField.ShipToAddress] = (doc, value) => doc.ShipTo = (Address)value!,
        [HeaderField.Phone] = (doc, value) => doc.Phone = Text(value),
        [HeaderField.Email] = (doc, value) => doc.Email = Text(value),
        [HeaderField.VatRegistrationNo] = (doc, value) => doc.VatRegistrationNo = Text(value),
        [HeaderField.VatCountryCode] = (doc, value) => doc.VatCountryCode = Text(value),
        [HeaderField.ExternalDocumentNo] = (doc, value) => doc.ExternalDocumentNo = Text(value),
        [HeaderField.YourReference] = (doc, value) => doc.YourReference = Text(value),
        [HeaderField.PartyOrderNo] = (doc, value) => doc.PartyOrderNo = Text(value),
        [HeaderField.PartyShipmentNo] = (doc, value) => doc.PartyShipmentNo = Text(value),
        [HeaderField.PostingDescription] = (doc, value) => doc.PostingDescription = Text(value),
        [HeaderField.IsCorrection] = (doc, value) => doc.IsCorrection = (bool)value!,
        [HeaderField.OrderDate] = (doc, value) => doc.OrderDate = (DateOnly?)value,
        [HeaderField.IsEuThirdParty] = (doc, value) => doc.IsEuThirdParty = (bool)value!,
        [HeaderField.DueDate] = (doc, value) => doc.DueDate = (DateOnly?)value,
        [HeaderField.PmtDiscountDate] = (doc, value) => doc.PmtDiscountDate = (DateOnly?)value,
    };

    public static void Apply(Edit edit, HeaderChange change)
    {
        var isOpen = edit.Document.Status == DocumentStatus.Open;
        if (!isOpen && HeaderRules.IsLockedUnlessOpen(change.Field))
            edit.Refuse(EditCodes.NotOpen, change.Field);
        else if (Rules.TryGetValue(change.Field, out var rule))
            rule(edit, change.Value);
        else
            Plain[change.Field](edit.Document, change.Value);
    }

    private static string Text(object? value) => (string?)value ?? "";

    // PTM-04: the dates follow the terms; each may be typed afterwards.
    private static void SetTerms(Edit edit, string code)
    {
        if (!IsKnown(edit, HeaderField.PaymentTermsCode, code, edit.Setup.PaymentTerms))
            return;
        edit.Document.PaymentTermsCode = code;
        DocumentDates.RefreshDue(edit.Document, edit.Setup);
    }

    private static void SetMethod(Edit edit, string code)
    {
        if (IsKnown(edit, HeaderField.PaymentMethodCode, code, edit.Setup.PaymentMethods))
            edit.Document.PaymentMethodCode = code;
    }

    private static void SetLocation(Edit edit, string code)
    {
        if (!IsKnown(edit, HeaderField.LocationCode, code, edit.Setup.Locations))
            return;
        var before = HeaderDimensions.Defaults(edit, DimensionEntities.Locations);
        edit.Document.LocationCode = code;
        HeaderDimensions.Follow(edit, DimensionEntities.Locations, before);
        PartyChoice.FillShipTo(edit);
        foreach (var line in edit.Document.Lines)
        {
            if (line.Type == LineType.Item && !HeaderRules.IsHandled(line))
                LineDimensions.MoveTo(new(edit, line), code);
        }
    }

    private static void SetSalesperson(Edit edit, string code)
    {
        if (!IsKnown(edit, HeaderField.SalespersonCode, code, edit.Setup.Salespeople))
            return;
        // BLK-03, V-10: those who are blocked are not chosen any more.
        if (edit.Setup.Salespeople.GetValueOrDefault(code) is { IsBlocked: true })
        {
            edit.Refuse(ProblemCodes.Blocked, HeaderField.SalespersonCode, code);
            return;
        }
        var before = HeaderDimensions.Defaults(edit, DimensionEntities.Salespeople);
        edit.Document.SalespersonCode = code;
        HeaderDimensions.Follow(edit, DimensionEntities.Salespeople, before);
    }

    private static void SetGenBus(Edit edit, string code)
    {
        if (!IsKnown(edit, HeaderField.GenBusPostingGroup, code, edit.Setup.GenBusGroups))
            return;
        if (code == edit.Document.GenBusPostingGroup)
            return;
        edit.Document.GenBusPostingGroup = code;
        var defVatBus = edit.Setup.GenBusGroups.GetValueOrDefault(code)?.DefVatBusPostingGroup;
        if (defVatBus is { Length: > 0 })
            edit.Document.VatBusPostingGroup = defVatBus;
        LineRecreation.Recreate(edit, HeaderField.GenBusPostingGroup);
    }

    private static void SetVatBus(Edit edit, string code)
    {
        if (code == edit.Document.VatBusPostingGroup)
            return;
        edit.Document.VatBusPostingGroup = code;
        LineRecreation.Recreate(edit, HeaderField.VatBusPostingGroup);
    }

    private static void SetPartyGroup(Edit edit, string code)
    {
        var document = edit.Document;
        if (!edit.Setup.PartyPostingGroups.ContainsKey((document.Direction, code)))
            edit.Refuse(EditCodes.Unknown, HeaderField.PartyPostingGroup, code);
        else if (FindOtherGroup(edit, code) is { } problem)
            edit.Refuse(problem);
        else
            document.PartyPostingGroup = code;
    }

    // PG-09. Without a party there is no card yet to differ from.
    private static Problem? FindOtherGroup(Edit edit, string code)
    {
        var document = edit.Document;
        var at = (
            Mirror.RecordOf(document),
            FieldNames.Of(document, HeaderField.PartyPostingGroup)
        );
        return edit.Context.Parties.GetValueOrDefault(document.BillToNo) is { } party
            ? PartyGroupChoice.Find(edit.Setup, party, code, at)
            : null;
    }

    private static void SetPmtDiscount(Edit edit, decimal pct)
    {
        if (pct is < 0 or > 100)
            edit.Refuse(EditCodes.Range, HeaderField.PaymentDiscountPct);
        else
            (edit.Document.PaymentDiscountPct, edit.Document.VatBaseDiscountPct) = (pct, null);
    }

    // VAT-12: lowered or raised by hand, up to the tolerance.
    private static void SetVatBaseDiscount(Edit edit, decimal pct)
    {
        var most = edit.Setup.Gl.PmtDiscExclVat ? edit.Setup.Gl.VatTolerancePct : 0m;
        if (pct < 0m || pct > most)
        {
            var problem = edit.Header(EditCodes.Range, HeaderField.VatBaseDiscountPct, $"{pct}");
            edit.Refuse(Edit.With(problem, "allowed", most));
        }
        else
            edit.Document.VatBaseDiscountPct = pct;
    }

    // GLP-27, API-D1-12: a posted document of the same creditor or debtor.
    private static void SetAppliesTo(Edit edit, AppliesTo appliesTo)
    {
        var document = edit.Document;
        var found = edit.Context.PartyDocuments.GetValueOrDefault(
            new(document.Direction, appliesTo.DocumentType, appliesTo.DocumentNo)
        );
        if (appliesTo.IsSet && found?.PartyNo != document.BillToNo)
            edit.Refuse(EditCodes.Unknown, HeaderField.AppliesTo, appliesTo.DocumentNo);
        else
            document.AppliesTo = appliesTo;
    }

    private static bool IsKnown<T>(
        Edit edit,
        HeaderField field,
        string code,
        IReadOnlyDictionary<string, T> records
    )
    {
        if (code.Length == 0 || records.ContainsKey(code))
            return true;
        edit.Refuse(EditCodes.Unknown, field, code);
        return false;
    }
}
