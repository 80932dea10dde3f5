using Handel.Kernel.Problems;
using Handel.Ledgers.Parties;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>What a customer or vendor fills on a document (HDR-01..05, HDR-07, V-07).</summary>
internal static class PartyChoice
{
    public static void SetParty(Edit edit, string no)
    {
        var document = edit.Document;
        if (no == document.PartyNo && no.Length > 0)
            return;
        if (Find(edit, HeaderField.PartyNo, no) is not { } party)
            return;
        // A chain of bill-to parties is not followed (CUS-08).
        var billTo =
            party.BillToNo.Length == 0 ? party : Find(edit, HeaderField.BillToNo, party.BillToNo);
        if (billTo is null || !IsFreeToChange(edit, HeaderField.PartyNo))
            return;

        FillFromParty(edit, party);
        FillFromBillTo(edit, party, billTo);
        LineRecreation.Recreate(edit, HeaderField.PartyNo);
    }

    public static void SetBillTo(Edit edit, string no)
    {
        var document = edit.Document;
        var wanted = no.Length == 0 ? document.PartyNo : no;
        if (wanted == document.BillToNo)
            return;
        if (edit.Context.Parties.GetValueOrDefault(document.PartyNo) is not { } party)
        {
            edit.Refuse(ProblemCodes.FieldEmpty, HeaderField.PartyNo, document.PartyNo);
            return;
        }
        if (Find(edit, HeaderField.BillToNo, wanted) is not { } billTo)
            return;
        if (!IsFreeToChange(edit, HeaderField.BillToNo))
            return;
        FillFromBillTo(edit, party, billTo);
        LineRecreation.Recreate(edit, HeaderField.BillToNo);
    }

    /// <summary>Where the goods go: to the party, or to our location (HDR-03, H-06).</summary>
    public static void FillShipTo(Edit edit)
    {
        var document = edit.Document;
        if (edit.Mirror.GoodsLeave(document.Kind))
        {
            document.ShipTo = document.ShipTo == new Address() ? document.Party : document.ShipTo;
            return;
        }
        var location = edit.Setup.Locations.GetValueOrDefault(document.LocationCode);
        document.ShipTo = location?.Address ?? edit.Setup.Information.DeliveryAddress;
    }

    /// <summary>Why a party may not be on a document of this kind (2.2, V-02, CUS-15).</summary>
    public static Problem? FindBlock(TradeDocument document, Party party, HeaderField field)
    {
        var mirror = Mirror.Of(document);
        if (!party.IsPrivacyBlocked && !mirror.StopsChoosing(party.Blocked, document.Kind))
            return null;
        var name = FieldNames.Of(document, field);
        return new(ProblemCodes.Blocked, Mirror.RecordOf(document), name, party.No)
        {
            Args = new Dictionary<string, string>
            {
                ["name"] = party.Address.Name,
                ["blocked"] = party.IsPrivacyBlocked ? "Privacy" : party.Blocked.ToString(),
                ["kind"] = document.Kind.ToString(),
            },
            MendedAt = new(mirror.PartyEntity, party.No),
        };
    }

    private static Party? Find(Edit edit, HeaderField field, string no)
    {
        if (no.Length == 0)
            edit.Refuse(ProblemCodes.FieldEmpty, field);
        else if (edit.Context.Parties.GetValueOrDefault(no) is not { } party)
            edit.Refuse(EditCodes.Unknown, field, no);
        else if (FindBlock(edit.Document, party, field) is { } block)
            edit.Refuse(block);
        else if (HasGroups(edit, party, field))
            return party;
        return null;
    }

    // CUS-04: named one by one, with the card where they are filled.
    private static bool HasGroups(Edit edit, Party party, HeaderField field)
    {
        var needed = new[]
        {
            (HeaderField.GenBusPostingGroup, party.GenBusPostingGroup),
            (HeaderField.VatBusPostingGroup, party.VatBusPostingGroup),
            (HeaderField.PartyPostingGroup, party.PostingGroup),
        };
        var missing = needed.Where(group => group.Item2.Length == 0).ToList();
        foreach (var (group, _) in missing)
        {
            var problem = edit.Header(ProblemCodes.FieldEmpty, group, party.No);
            edit.Refuse(problem with { MendedAt = new(edit.Mirror.PartyEntity, party.No) });
        }
        return missing.Count == 0;
    }

    private static bool IsFreeToChange(Edit edit, HeaderField field)
    {
        if (edit.Document.Lines.Find(HeaderRules.IsHandled) is not { } line)
            return true;
        var problem = edit.Header(ProblemCodes.Linked, field);
        edit.Refuse(Edit.With(problem, "line", line.LineNo));
        return false;
    }

    private static void FillFromParty(Edit edit, Party party)
    {
        var document = edit.Document;
        document.PartyNo = party.No;
        document.Party = party.Address;
        document.Phone = party.Phone;
        document.Email = party.Email;
        document.GenBusPostingGroup = party.GenBusPostingGroup;
        document.ShipmentMethodCode = party.ShipmentMethodCode;
        document.LocationCode =
            party.LocationCode.Length > 0
                ? party.LocationCode
                : edit.Setup.Information.LocationCode;
        document.ShipTo = party.Address;
        FillShipTo(edit);
    }

    private static void FillFromBillTo(Edit edit, Party party, Party billTo)
    {
        var document = edit.Document;
        document.BillToNo = billTo.No;
        document.BillTo = billTo.Address;
        document.PartyPostingGroup = billTo.PostingGroup;
        document.PricesIncludeVat = billTo.PricesIncludeVat;
        document.LanguageCode = billTo.LanguageCode;
        var taxed = edit.Setup.Gl.VatFromSellTo ? party : billTo;
        document.VatBusPostingGroup = taxed.VatBusPostingGroup;
        document.VatRegistrationNo = taxed.VatRegistrationNo;
        document.VatCountryCode = taxed.Address.CountryCode;

        document.PaymentTermsCode = billTo.PaymentTermsCode;
        var terms = edit.Setup.PaymentTerms.GetValueOrDefault(billTo.PaymentTermsCode);
        var isMethodBlank =
            document.Kind.IsCredit() && terms is not { CalcPmtDiscOnCreditMemos: true };
        document.PaymentMethodCode = isMethodBlank ? "" : billTo.PaymentMethodCode;
        DocumentDates.RefreshDue(document, edit.Setup);
        CurrencyChoice.Take(edit, billTo.CurrencyCode);
        FillSalesperson(edit, party, billTo);
        HeaderDimensions.FromParty(edit);
        DiscountChoice.SetCode(edit, billTo.InvoiceDiscCode);
    }

    // HDR-04: the bill-to's wins where it differs, even when blank; then the user's own.
    private static void FillSalesperson(Edit edit, Party party, Party billTo)
    {
        var code = billTo.No == party.No ? party.SalespersonCode : billTo.SalespersonCode;
        if (code.Length == 0)
            code = edit.Context.UserSalespersonCode;
        var person = edit.Setup.Salespeople.GetValueOrDefault(code);
        if (person is { IsBlocked: true })
            edit.Notice(edit.Header(ProblemCodes.Blocked, HeaderField.SalespersonCode, code));
        edit.Document.SalespersonCode = person is { IsBlocked: false } ? code : "";
    }
}
