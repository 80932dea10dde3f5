using Handel.Api.Engine;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Tests.Engine;

/// <summary>The shop's tables as resources of the published contract.</summary>
public static class ShopResources
{
    private const string EntryIds = "1e9d0000-0000-0000-0000-";

    public static ApiCatalog Catalog() =>
        new ApiCatalog().Add(
            CompaniesResource.Create(),
            Customers(),
            Orders(),
            Lines(),
            Methods(),
            Entries()
        );

    private static Resource<ShopCustomer> Customers() =>
        Resource
            .Of("customers", s => Rows(s, db => db.Customers, c => c.CompanyNo == s.CompanyNo))
            .Field("id", c => c.Id)
            .Field("number", c => c.No)
            .Field("displayName", c => c.Name)
            .Field("type", c => c.Kind)
            .Field("city", c => c.City)
            .Field("country", c => c.Country)
            .Field("creditLimit", c => c.CreditLimit)
            .Field("paymentMethodId", c => c.PaymentMethodId)
            .Field("lastModifiedDateTime", c => c.ModifiedAt)
            .ETag(c => c.Version)
            .WithChosenId()
            .Create(ShopWrites.CreateCustomer)
            .Update(ShopWrites.UpdateCustomer)
            .Delete(ShopWrites.DeleteCustomer)
            .BlankRest();

    private static Resource<ShopOrder> Orders() =>
        Resource
            .Of("salesOrders", s => Rows(s, db => db.Orders, o => o.CompanyNo == s.CompanyNo))
            .Field("id", o => o.Id)
            .Field("number", o => o.No)
            .Field("orderDate", o => o.OrderDate)
            .Field("customerNumber", o => o.CustomerNo)
            .Field(
                "customerId",
                (o, s) =>
                    s.Get<ShopContext>()
                        .Customers.Where(c => c.CompanyNo == o.CompanyNo && c.No == o.CustomerNo)
                        .Select(c => c.Id)
                        .FirstOrDefault()
            )
            .Field("lastModifiedDateTime", o => o.ModifiedAt)
            .ETag(o => o.Version)
            .Create(ShopWrites.CreateOrder)
            .Action("shipAndInvoice", ShopWrites.ShipAndInvoice)
            .BlankRest();

    private static Resource<ShopLine> Lines() =>
        Resource
            .Of("salesOrderLines", s => Rows(s, db => db.Lines, l => l.CompanyNo == s.CompanyNo))
            .Field("id", l => l.Id)
            .Field("documentId", l => l.OrderId)
            .Field("sequence", l => l.Sequence)
            .Field("lineType", l => l.Kind)
            .Field("description", l => l.Description)
            .Field("quantity", l => l.Quantity)
            .ETag(l => l.Quantity)
            .Create(ShopWrites.CreateLine)
            .BlankRest();

    private static Resource<ShopMethod> Methods() =>
        Resource
            .Of("paymentMethods", s => Rows(s, db => db.Methods, m => m.CompanyNo == s.CompanyNo))
            .Field("id", m => m.Id)
            .Field("code", m => m.Code)
            .Field("displayName", m => m.Name)
            .ETag(m => m.Name)
            .Create(ShopWrites.CreateMethod)
            .BlankRest();

    private static Resource<ShopEntry> Entries() =>
        Resource
            .Of(
                "generalLedgerEntries",
                s => Rows(s, db => db.Entries, e => e.CompanyNo == s.CompanyNo)
            )
            .DerivedId("id", e => e.No, EntryId, EntryNo)
            .Field("entryNumber", e => e.No)
            .Field("postingDate", e => e.PostingDate)
            .Field("description", e => e.Description)
            .Field("debitAmount", e => e.Debit)
            .ETag(e => e.No)
            .BlankRest();

    public static Guid EntryId(int no) => Guid.Parse($"{EntryIds}{no:x12}");

    public static int? EntryNo(Guid id) =>
        id.ToString().StartsWith(EntryIds, StringComparison.Ordinal)
            ? Convert.ToInt32(id.ToString()[24..], 16)
            : null;

    private static IQueryable<T> Rows<T>(
        RequestScope scope,
        Func<ShopContext, IQueryable<T>> set,
        System.Linq.Expressions.Expression<Func<T, bool>> ofCompany
    )
        where T : class => set(scope.Get<ShopContext>()).AsNoTracking().Where(ofCompany);

    /// <summary>The shop has fewer columns than the contract.</summary>
    private static Resource<T> BlankRest<T>(this Resource<T> resource)
    {
        foreach (var field in resource.Shape.Fields)
            if (!resource.IsBound(field.Name))
                resource.Blank(field.Name);
        return resource;
    }
}
