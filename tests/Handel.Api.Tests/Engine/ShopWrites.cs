using Handel.Api.Engine;
using Handel.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Tests.Engine;

/// <summary>The shop's use cases, plain as they are.</summary>
internal static class ShopWrites
{
    public static async Task<WriteOutcome> CreateCustomer(RequestScope scope, Given given)
    {
        if (string.IsNullOrEmpty(given.Text("displayName")))
            return Refused("E-NAME", "displayName");
        var db = scope.Get<ShopContext>();
        var number = given.Text("number") ?? $"C{await db.Customers.CountAsync():00000}";
        if (await db.Customers.AnyAsync(c => c.CompanyNo == scope.CompanyNo && c.No == number))
            return WriteOutcome.Duplicate("number", number);
        var row = new ShopCustomer
        {
            CompanyNo = scope.CompanyNo,
            Id = given.Id("id") ?? Guid.NewGuid(),
            No = number,
        };
        Take(row, given);
        db.Add(row);
        await db.SaveChangesAsync();
        return WriteOutcome.Done(row.Id);
    }

    public static async Task<WriteOutcome> UpdateCustomer(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Get<ShopContext>();
        var row = await db.Customers.SingleAsync(c => c.Id == id);
        Take(row, given);
        await db.SaveChangesAsync();
        return WriteOutcome.Done(row.Id);
    }

    public static async Task<WriteOutcome> DeleteCustomer(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Get<ShopContext>();
        var deleted = await db.Customers.Where(c => c.Id == id).ExecuteDeleteAsync();
        return deleted == 1 ? WriteOutcome.Done(id) : WriteOutcome.Missing;
    }

    public static async Task<WriteOutcome> CreateMethod(RequestScope scope, Given given)
    {
        var db = scope.Get<ShopContext>();
        var code = given.Text("code") ?? "";
        if (await db.Methods.AnyAsync(m => m.CompanyNo == scope.CompanyNo && m.Code == code))
            return WriteOutcome.Duplicate("code", code);
        var row = new ShopMethod
        {
            CompanyNo = scope.CompanyNo,
            Id = Guid.NewGuid(),
            Code = code,
            Name = given.Text("displayName") ?? "",
        };
        db.Add(row);
        await db.SaveChangesAsync();
        return WriteOutcome.Done(row.Id);
    }

    public static async Task<WriteOutcome> CreateOrder(RequestScope scope, Given given)
    {
        var db = scope.Get<ShopContext>();
        var number = given.Text("customerNumber");
        if (number is null)
            return Refused("E-PARTNER", "customerNumber");
        var row = new ShopOrder
        {
            CompanyNo = scope.CompanyNo,
            Id = Guid.NewGuid(),
            No = $"SO{await db.Orders.CountAsync() + 1:0000}",
            CustomerNo = number,
            OrderDate = given.Value<DateOnly>("orderDate"),
        };
        db.Add(row);
        await db.SaveChangesAsync();
        return WriteOutcome.Done(row.Id);
    }

    public static async Task<WriteOutcome> CreateLine(RequestScope scope, Given given)
    {
        var db = scope.Get<ShopContext>();
        var order = given.Id("documentId") ?? Guid.Empty;
        if (given.Value<decimal>("quantity") < 0)
            return Refused("E-QUANTITY", "quantity");
        var row = new ShopLine
        {
            CompanyNo = scope.CompanyNo,
            Id = Guid.NewGuid(),
            OrderId = order,
            Sequence =
                given.Value<int>("sequence")
                ?? 10000 * (1 + await db.Lines.CountAsync(l => l.OrderId == order)),
            Kind = given.Value<int>("lineType") ?? 0,
            Description = given.Text("description") ?? "",
            Quantity = given.Value<decimal>("quantity") ?? 0,
        };
        db.Add(row);
        await db.SaveChangesAsync();
        return WriteOutcome.Done(row.Id);
    }

    public static async Task<ActionOutcome> ShipAndInvoice(RequestScope scope, Guid id, Given given)
    {
        var db = scope.Get<ShopContext>();
        if (!await db.Lines.AnyAsync(l => l.OrderId == id))
            return ActionOutcome.Refused([new("E-NOLINES", new("salesOrders", ""))]);
        return ActionOutcome.At("salesOrders", id) with { Status = 200 };
    }

    private static WriteOutcome Refused(string code, string field) =>
        WriteOutcome.Refused([new Problem(code, new("customers", ""), field)]);

    private static void Take(ShopCustomer row, Given given)
    {
        row.Name = given.Text("displayName") ?? row.Name;
        row.No = given.Text("number") ?? row.No;
        row.City = given.Text("city") ?? row.City;
        row.Country = given.Text("country") ?? row.Country;
        row.Kind = given.Value<ShopParty>("type") ?? row.Kind;
        row.CreditLimit = given.Value<decimal>("creditLimit") ?? row.CreditLimit;
        row.PaymentMethodId = given.Id("paymentMethodId") ?? row.PaymentMethodId;
        row.Version++;
        row.ModifiedAt = DateTimeOffset.UtcNow;
    }
}
