using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Finance;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Companies;
using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>Customers and vendors: one definition, names from the side (A18.3).</summary>
internal static class PartyResource
{
    private const string DiscountCode = "invoiceDiscountCode";
    private const string GenBusGroup = "generalBusinessPostingGroup";
    private const string TaxBusGroup = "taxBusinessPostingGroup";
    private const int CodeLength = 20;
    private const int IbanLength = 50;

    public static Resource Create(SideNames side) =>
        Written(Fields(Resource.Of(side.Parties, side.PartyRows), side), side);

    /// <summary>The same with what v2.0 lacks (API-X0-3).</summary>
    public static Resource Extension(SideNames side) =>
        Written(
            Fields(
                    Resource.Extension(
                        side.Parties,
                        side.Party,
                        side.PartyRows,
                        like: side.Parties
                    ),
                    side
                )
                .Field(DiscountCode, p => p.InvoiceDiscCode, Access.ReadWrite, CodeLength)
                .Field("iban", p => p.Iban, Access.ReadWrite, IbanLength)
                .Field("bic", p => p.Bic, Access.ReadWrite, CodeLength)
                .Field(GenBusGroup, p => p.GenBusPostingGroup, Access.ReadWrite, CodeLength)
                .Field(TaxBusGroup, p => p.VatBusPostingGroup, Access.ReadWrite, CodeLength)
                .Field(side.PostingGroup, p => p.PostingGroup, Access.ReadWrite, CodeLength)
                .Further(side),
            side
        );

    private static Resource<Party> Written(Resource<Party> resource, SideNames side)
    {
        var writes = Writes(side);
        return resource
            .WithChosenId()
            .Create(writes.Create)
            .Update(writes.Update)
            .Delete((scope, id, given) => Delete(writes, side, (scope, id, given)));
    }

    /// <summary>Terms of its own go with it, or the next of that number would get them.</summary>
    private static async Task<WriteOutcome> Delete(
        RowWrites<Party> writes,
        SideNames side,
        (RequestScope Scope, Guid Id, Given Given) call
    )
    {
        var (scope, id, given) = call;
        WriteOutcome? outcome = null;
        await scope
            .Get<RequestDatabase>()
            .Transaction(
                scope.CompanyNo,
                async () =>
                {
                    var ct = scope.Aborted;
                    var party = await side.PartyRows(scope)
                        .SingleOrDefaultAsync(p => p.Id == id, ct);
                    outcome = await writes.Delete(scope, id, given);
                    if (outcome.IsDone)
                        await OwnTerms(scope, side, party!.No).ExecuteDeleteAsync(ct);
                    return outcome.IsDone;
                },
                scope.Aborted
            );
        return outcome!;
    }

    private static IQueryable<InvoiceDiscountTier> OwnTerms(
        RequestScope scope,
        SideNames side,
        string no
    )
    {
        var others = side.PartyRows(scope);
        return side.InvoiceDiscountRows(scope)
            .Where(tier => tier.Code == no && !others.Any(p => p.InvoiceDiscCode == no));
    }

    private static Resource<Party> Fields(Resource<Party> resource, SideNames side) =>
        resource
            .Field("id", p => p.Id)
            .Field("number", p => p.No)
            .Field("displayName", p => p.Address.Name)
            .Field("addressLine1", p => p.Address.Line1)
            .Field("addressLine2", p => p.Address.Line2)
            .Field("city", p => p.Address.City)
            .Field("state", p => p.Address.County)
            .Field("country", p => p.Address.CountryCode)
            .Field("postalCode", p => p.Address.PostCode)
            .Field("phoneNumber", p => p.Phone)
            .Field("email", p => p.Email)
            .Field("website", p => p.Website)
            .Field("taxRegistrationNumber", p => p.VatRegistrationNo)
            .Field("currencyCode", p => p.CurrencyCode)
            .Of(
                "currencyId",
                p => p.CurrencyCode,
                new There<Currency, Guid>(c => c.Code, c => c.Id)
            )
            .Field("taxLiable", p => p.VatBusPostingGroup != "")
            .Of(
                "paymentTermsId",
                p => p.PaymentTermsCode,
                new There<PaymentTerms, Guid>(t => t.Code, t => t.Id)
            )
            .Of(
                "paymentMethodId",
                p => p.PaymentMethodCode,
                new There<PaymentMethod, Guid>(m => m.Code, m => m.Id)
            )
            .Field("lastModifiedDateTime", p => p.ModifiedAt)
            .ETag(p => p.Version)
            .Own(side);

    private static RowWrites<Party> Writes(SideNames side) =>
        new RowWrites<Party>(side.Parties)
            .Key(
                "number",
                p => p.No,
                (edit, no) => side.PartyRows(edit.Scope).Where(p => p.No == no)
            )
            .Start(edit => edit.Row.Direction = side.Direction)
            .Numbered(side)
            .Set<string>("displayName", (p, text) => p.Address = p.Address with { Name = text })
            .Set<string>("addressLine1", (p, text) => p.Address = p.Address with { Line1 = text })
            .Set<string>("addressLine2", (p, text) => p.Address = p.Address with { Line2 = text })
            .Set<string>("city", (p, text) => p.Address = p.Address with { City = text })
            .Set<string>("state", (p, text) => p.Address = p.Address with { County = text })
            .Set<string>("postalCode", (p, text) => p.Address = p.Address with { PostCode = text })
            .Pair<CountryRegion>(
                ("", "country"),
                c => c.Code,
                (p, code) => p.Address = p.Address with { CountryCode = code }
            )
            .Set<string>("phoneNumber", (p, text) => p.Phone = text)
            .Set<string>("email", (p, text) => p.Email = text)
            .Set<string>("website", (p, text) => p.Website = text)
            .Set<string>("taxRegistrationNumber", (p, text) => p.VatRegistrationNo = text)
            .Pair<Currency>(("currencyId", ""), c => c.Code, (p, code) => p.CurrencyCode = code)
            .SetWith("currencyCode", TakeCurrency)
            .Pair<PaymentTerms>(
                ("paymentTermsId", ""),
                t => t.Code,
                (p, code) => p.PaymentTermsCode = code
            )
            .Pair<PaymentMethod>(
                ("paymentMethodId", ""),
                m => m.Code,
                (p, code) => p.PaymentMethodCode = code
            )
            .Own(side)
            .Set<string>(DiscountCode, (p, code) => p.InvoiceDiscCode = code)
            .Posting(side)
            .Needs("displayName", p => p.Address.Name)
            .Check(NameOwnTerms)
            .Check(edit => FillGroups(edit, side))
            .Check(CheckVatNumber)
            .Followed(
                (edit, before, after) =>
                    DefaultDimensionResources.Follow(
                        edit.Db,
                        side.Parties,
                        (before, after),
                        edit.Scope.Aborted
                    )
            )
            .UsedBy<TradeDocument>(
                party => document => document.PartyNo == party.No || document.BillToNo == party.No,
                side.DocumentRows
            )
            .UsedBy<PartyEntry>(party => entry => entry.PartyNo == party.No, side.EntryRows);

    /// <summary>Where it is paid, and where its postings go.</summary>
    private static RowWrites<Party> Posting(this RowWrites<Party> writes, SideNames side) =>
        writes
            .Set<string>("iban", (p, text) => p.Iban = text)
            .Set<string>("bic", (p, text) => p.Bic = text)
            .Pair<GenBusPostingGroup>(
                ("", GenBusGroup),
                g => g.Code,
                (p, code) => p.GenBusPostingGroup = code
            )
            .Pair<VatBusPostingGroup>(
                ("", TaxBusGroup),
                g => g.Code,
                (p, code) => p.VatBusPostingGroup = code
            )
            .SetWith(side.PostingGroup, (edit, value) => TakePostingGroup(edit, side, value));

    private static RowWrites<Party> Numbered(this RowWrites<Party> writes, SideNames side) =>
        writes
            .Set<string>("number", (p, no) => p.No = no)
            .Check(async edit =>
            {
                if (!edit.IsNew || edit.Problems.Count > 0)
                    return;
                var setup = await side.SetupRows(edit.Scope).SingleAsync(edit.Scope.Aborted);
                var taken = side.PartyRows(edit.Scope);
                edit.Row.No = await CardNumber.Draw(
                    edit,
                    (setup.PartyNos, edit.Row.No),
                    no => taken.Where(p => p.No == no)
                );
            });

    // COM-05: a number that was right stays when other fields change.
    private static Task CheckVatNumber(RowEdit<Party> edit)
    {
        var (country, number) = (edit.Row.Address.CountryCode, edit.Row.VatRegistrationNo);
        var isTouched = edit.Given.Has("taxRegistrationNumber") || edit.Given.Has("country");
        var record = new Handel.Kernel.Problems.RecordRef(edit.Set, edit.No);
        if (isTouched && PartyChecks.FindInVatNumber(record, country, number) is { } problem)
            edit.Problems.Add(problem);
        return Task.CompletedTask;
    }

    // CUS-13, V-03
    private static Task NameOwnTerms(RowEdit<Party> edit)
    {
        if (edit.IsNew && !edit.Given.Has(DiscountCode))
            edit.Row.InvoiceDiscCode = edit.Row.No;
        return Task.CompletedTask;
    }

    // Blank is the local currency; its code means the same (CNV-03). An id speaks first.
    private static async Task TakeCurrency(RowEdit<Party> edit, object value)
    {
        var code = (string)value;
        var ct = edit.Scope.Aborted;
        if (edit.Given.Id("currencyId") is { } id && id != Guid.Empty)
            return;
        if (await edit.Db.Set<GlSetup>().AnyAsync(setup => setup.LcyCode == code, ct))
            code = "";
        if (code.Length > 0 && !await edit.Db.Currencies.AnyAsync(c => c.Code == code, ct))
            edit.Refuse(EditCodes.Unknown, "currencyCode", code);
        else
            edit.Row.CurrencyCode = code;
    }

    // A code names a group of customers and one of vendors.
    private static async Task TakePostingGroup(RowEdit<Party> edit, SideNames side, object value)
    {
        var code = (string)value;
        var groups = side.GroupRows(edit.Scope);
        if (code.Length == 0 || await groups.AnyAsync(g => g.Code == code, edit.Scope.Aborted))
            edit.Row.PostingGroup = code;
        else
            edit.Refuse(EditCodes.Unknown, side.PostingGroup, code);
    }

    // API-C1-2: plain defaults by country: at home, within the EU, elsewhere.
    private static async Task FillGroups(RowEdit<Party> edit, SideNames side)
    {
        var party = edit.Row;
        party.SearchName = party.Address.Name.ToUpperInvariant();
        if (!edit.IsNew || edit.Problems.Count > 0)
            return;
        var ct = edit.Scope.Aborted;
        var code = await new PostingDefaults(edit.Db).PartyGroup(party.Address.CountryCode, ct);
        if (party.GenBusPostingGroup.Length == 0)
            party.GenBusPostingGroup = code;
        if (party.VatBusPostingGroup.Length == 0)
        {
            var group = await edit
                .Db.Set<GenBusPostingGroup>()
                .SingleOrDefaultAsync(g => g.Code == party.GenBusPostingGroup, ct);
            party.VatBusPostingGroup = group?.DefVatBusPostingGroup ?? "";
        }
        var isGiven = party.PostingGroup.Length > 0;
        if (!isGiven && await side.GroupRows(edit.Scope).AnyAsync(g => g.Code == code, ct))
            party.PostingGroup = code;
    }
}
