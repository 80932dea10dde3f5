using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Kernel.Dates;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Inventory;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;

namespace Handel.Api.Masters;

/// <summary>The small tables of the contract: a code, a name and a few fields (A18.3).</summary>
internal static class CodeResources
{
    public static IEnumerable<Resource> All() =>
        [
            UnitsOfMeasure(),
            ItemCategories(),
            Locations(),
            PaymentTermsSet(),
            .. PaymentMethodResources.All(),
            ShipmentMethods(),
            Countries(),
            Salespeople(),
            TaxAreas(),
            TaxGroups(),
        ];

    private static Resource UnitsOfMeasure() =>
        new CodeWrites<UnitOfMeasure>("unitsOfMeasure", u => u.Code, (u, code) => u.Code = code)
            .Writes.Set<string>("displayName", (u, text) => u.Description = text)
            .Set<string>(
                "internationalStandardCode",
                (u, text) => u.InternationalStandardCode = text
            )
            .Set<string>("symbol", (u, text) => u.Symbol = text)
            .UsedBy<Item>(u => item => item.BaseUnitOfMeasure == u.Code)
            .UsedBy<ItemUnit>(u => unit => unit.Code == u.Code)
            .On(
                Named<UnitOfMeasure>("unitsOfMeasure", u => u.Code, u => u.Description)
                    .Field("id", u => u.Id)
                    .Field("internationalStandardCode", u => u.InternationalStandardCode)
                    .Field("symbol", u => u.Symbol)
                    .Field("lastModifiedDateTime", u => u.ModifiedAt)
                    .ETag(u => u.Version)
            );

    private static Resource ItemCategories() =>
        new CodeWrites<ItemCategory>("itemCategories", c => c.Code, (c, code) => c.Code = code)
            .Writes.Set<string>("displayName", (c, text) => c.Description = text)
            .UsedBy<Item>(c => item => item.CategoryCode == c.Code)
            .UsedBy<ItemCategory>(c => child => child.ParentCode == c.Code)
            .On(
                Named<ItemCategory>("itemCategories", c => c.Code, c => c.Description)
                    .Field("id", c => c.Id)
                    .Field("lastModifiedDateTime", c => c.ModifiedAt)
                    .ETag(c => c.Version)
            );

    private static Resource Locations() =>
        new CodeWrites<Location>("locations", l => l.Code, (l, code) => l.Code = code)
            .Writes.Set<string>(
                "displayName",
                (l, text) => (l.Name, l.Address) = (text, l.Address with { Name = text })
            )
            .Set<string>("contact", (l, text) => l.Address = l.Address with { Contact = text })
            .Set<string>("addressLine1", (l, text) => l.Address = l.Address with { Line1 = text })
            .Set<string>("addressLine2", (l, text) => l.Address = l.Address with { Line2 = text })
            .Set<string>("city", (l, text) => l.Address = l.Address with { City = text })
            .Set<string>("state", (l, text) => l.Address = l.Address with { County = text })
            .Set<string>("postalCode", (l, text) => l.Address = l.Address with { PostCode = text })
            .Pair<CountryRegion>(
                ("", "country"),
                c => c.Code,
                (l, code) => l.Address = l.Address with { CountryCode = code }
            )
            .Set<string>("phoneNumber", (l, text) => l.Phone = text)
            .Set<string>("email", (l, text) => l.Email = text)
            .Followed(
                (edit, before, after) =>
                    DefaultDimensionResources.Follow(
                        edit.Db,
                        DimensionEntities.Locations,
                        (before, after),
                        edit.Scope.Aborted
                    )
            )
            .UsedBy<TradeLine>(l => line => line.LocationCode == l.Code)
            .UsedBy<ItemEntry>(l => entry => entry.LocationCode == l.Code)
            .On(
                Named<Location>("locations", l => l.Code, l => l.Name)
                    .Field("id", l => l.Id)
                    .Field("contact", l => l.Address.Contact)
                    .Field("addressLine1", l => l.Address.Line1)
                    .Field("addressLine2", l => l.Address.Line2)
                    .Field("city", l => l.Address.City)
                    .Field("state", l => l.Address.County)
                    .Field("country", l => l.Address.CountryCode)
                    .Field("postalCode", l => l.Address.PostCode)
                    .Field("phoneNumber", l => l.Phone)
                    .Field("email", l => l.Email)
                    .Blank("website")
                    .Field("lastModifiedDateTime", l => l.ModifiedAt)
                    .ETag(l => l.Version)
            );

    private static Resource PaymentTermsSet() =>
        new CodeWrites<PaymentTerms>("paymentTerms", t => t.Code, (t, code) => t.Code = code)
            .Writes.Set<string>("displayName", (t, text) => t.Description = text)
            .SetWith(Due, Formula(Due, (t, f) => t.DueDateCalculation = f))
            .SetWith(Discount, Formula(Discount, (t, f) => t.DiscountDateCalculation = f))
            .Set<decimal>("discountPercent", (t, pct) => t.DiscountPct = pct)
            .Set<bool>("calculateDiscountOnCreditMemos", (t, on) => t.CalcPmtDiscOnCreditMemos = on)
            .Range("discountPercent", t => t.DiscountPct, 100m)
            .UsedBy<Party>(t => party => party.PaymentTermsCode == t.Code)
            .UsedBy<TradeDocument>(t => document => document.PaymentTermsCode == t.Code)
            .On(
                Named<PaymentTerms>("paymentTerms", t => t.Code, t => t.Description)
                    .Field("id", t => t.Id)
                    .Field("dueDateCalculation", t => t.DueDateCalculation)
                    .Field("discountDateCalculation", t => t.DiscountDateCalculation)
                    .Field("discountPercent", t => t.DiscountPct)
                    .Field("calculateDiscountOnCreditMemos", t => t.CalcPmtDiscOnCreditMemos)
                    .Field("lastModifiedDateTime", t => t.ModifiedAt)
                    .ETag(t => t.Version)
            );

    private static Resource ShipmentMethods() =>
        new CodeWrites<ShipmentMethod>("shipmentMethods", m => m.Code, (m, code) => m.Code = code)
            .Writes.Set<string>("displayName", (m, text) => m.Description = text)
            .UsedBy<Party>(m => party => party.ShipmentMethodCode == m.Code)
            .UsedBy<TradeDocument>(m => document => document.ShipmentMethodCode == m.Code)
            .On(
                Named<ShipmentMethod>("shipmentMethods", m => m.Code, m => m.Description)
                    .Field("id", m => m.Id)
                    .Field("lastModifiedDateTime", m => m.ModifiedAt)
                    .ETag(m => m.Version)
            );

    private static Resource Countries() =>
        new CodeWrites<CountryRegion>("countriesRegions", c => c.Code, (c, code) => c.Code = code)
            .Writes.Set<string>("displayName", (c, text) => c.Name = text)
            .UsedBy<Party>(c => party => party.Address.CountryCode == c.Code)
            .On(
                Named<CountryRegion>("countriesRegions", c => c.Code, c => c.Name)
                    .Field("id", c => c.Id)
                    .Blank("addressFormat")
                    .Field("lastModifiedDateTime", c => c.ModifiedAt)
                    .ETag(c => c.Version)
            );

    private static Resource Salespeople() =>
        new CodeWrites<SalespersonPurchaser>(
            "salespeoplePurchasers",
            p => p.Code,
            (p, code) => p.Code = code
        )
            .Writes.Set<string>("displayName", (p, text) => p.Name = text)
            .Set<string>("email", (p, text) => p.Email = text)
            .Set<string>("phoneNo", (p, text) => p.Phone = text)
            .Set<bool>("blocked", (p, on) => p.IsBlocked = on)
            .Followed(
                (edit, before, after) =>
                    DefaultDimensionResources.Follow(
                        edit.Db,
                        DimensionEntities.Salespeople,
                        (before, after),
                        edit.Scope.Aborted
                    )
            )
            .UsedBy<Party>(p => party => party.SalespersonCode == p.Code)
            .UsedBy<TradeDocument>(p => document => document.SalespersonCode == p.Code)
            .On(
                Named<SalespersonPurchaser>("salespeoplePurchasers", p => p.Code, p => p.Name)
                    .Field("id", p => p.Id)
                    .Field("email", p => p.Email)
                    .Field("phoneNo", p => p.Phone)
                    .Field("blocked", p => p.IsBlocked)
                    .Blank("email2", "jobTitle", "commisionPercent", "privacyBlocked")
                    .Field("lastModifiedDateTime", p => p.ModifiedAt)
                    .ETag(p => p.Version)
            );

    private static Resource TaxAreas() =>
        new CodeWrites<VatBusPostingGroup>("taxAreas", g => g.Code, (g, code) => g.Code = code)
            .Writes.Set<string>("displayName", (g, text) => g.Description = text)
            .NamedNowhere(g => g.Code)
            .On(
                Named<VatBusPostingGroup>("taxAreas", g => g.Code, g => g.Description)
                    .Field("id", g => g.Id)
                    .Field("taxType", _ => TaxType)
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );

    private static Resource TaxGroups() =>
        new CodeWrites<VatProdPostingGroup>("taxGroups", g => g.Code, (g, code) => g.Code = code)
            .Writes.Set<string>("displayName", (g, text) => g.Description = text)
            .NamedNowhere(g => g.Code)
            .On(
                Named<VatProdPostingGroup>("taxGroups", g => g.Code, g => g.Description)
                    .Field("id", g => g.Id)
                    .Field("taxType", _ => TaxType)
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );

    // Member VAT of taxBufferType; Handel knows no sales tax.
    private const int TaxType = 1;
    private const string Due = "dueDateCalculation";
    private const string Discount = "discountDateCalculation";

    private static Resource<T> Named<T>(
        string set,
        Expression<Func<T, string>> code,
        Expression<Func<T, string>> name
    )
        where T : class =>
        Resource.Of(set, scope => scope.Rows<T>()).Field("code", code).Field("displayName", name);

    // API-C1-10: units of English and of the request's language; kept language-neutral.
    private static Func<RowEdit<PaymentTerms>, object, Task> Formula(
        string name,
        Action<PaymentTerms, string> write
    ) =>
        (edit, value) =>
        {
            var text = (string)value;
            if (DateFormula.TryParse(text, edit.Scope.Language.Name, out var formula))
                write(edit.Row, formula.ToString());
            else
                edit.Refuse(ProblemCodes.DateFormula, name, text);
            return Task.CompletedTask;
        };
}
