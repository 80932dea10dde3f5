using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Journals;
using Handel.Api.Shell;
using Handel.Kernel;
using Handel.Ledgers.Finance;

namespace Handel.Api.Finance;

/// <summary>
/// The registers: who posted what and when, and which entries of every ledger it made (AUD-01).
/// </summary>
internal static class RegisterResource
{
    public static Resource<GlRegister> Create() => Reversals.OnRegisters(Fields());

    private static Resource<GlRegister> Fields() =>
        Resource
            .Extension("generalLedgerRegisters", "generalLedgerRegister", s => s.Rows<GlRegister>())
            .EntryId(EntryLedger.Register, r => r.RegisterNo)
            .Field("number", r => r.RegisterNo)
            .Field("creationDateTime", r => r.PostedAt)
            .Field("postingDate", r => r.PostingDate)
            .Field("sourceCode", r => r.SourceCode)
            .Field("userId", r => r.UserName)
            .Field("documentNumber", r => r.DocumentNo)
            .Field("journalBatchName", r => r.JournalBatchName)
            .Field("reversed", r => r.ReversedByRegisterNo != 0)
            .Field("reversedByNumber", r => r.ReversedByRegisterNo)
            .Field("reversesNumber", r => r.ReversesRegisterNo)
            .Field("debitAmount", r => r.DebitTotal)
            .Field("fromEntryNumber", r => r.GlFrom)
            .Field("toEntryNumber", r => r.GlTo)
            .Field("entryCount", r => r.GlTo - r.GlFrom + 1)
            .Run("Tax", r => r.VatFrom, r => r.VatTo)
            .Run("Customer", r => r.CustomerFrom, r => r.CustomerTo)
            .Run("CustomerDetail", r => r.CustomerDetailFrom, r => r.CustomerDetailTo)
            .Run("Vendor", r => r.VendorFrom, r => r.VendorTo)
            .Run("VendorDetail", r => r.VendorDetailFrom, r => r.VendorDetailTo)
            .Run("Bank", r => r.BankFrom, r => r.BankTo)
            .Run("Item", r => r.ItemFrom, r => r.ItemTo)
            .Run("Value", r => r.ValueFrom, r => r.ValueTo)
            .ETag(r => r.ReversedByRegisterNo);

    // fromTaxEntryNumber, toTaxEntryNumber, taxEntryCount.
    private static Resource<GlRegister> Run(
        this Resource<GlRegister> resource,
        string ledger,
        Expression<Func<GlRegister, int>> from,
        Expression<Func<GlRegister, int>> to
    )
    {
        var register = from.Parameters[0];
        var last = new Replace(to.Parameters[0], register).Visit(to.Body);
        // An empty run ends before it starts; both are 0 where a ledger was not there yet.
        var count = Expression.Condition(
            Expression.Equal(from.Body, Expression.Constant(0)),
            Expression.Constant(0),
            Expression.Add(Expression.Subtract(last, from.Body), Expression.Constant(1))
        );
        return resource
            .Field($"from{ledger}EntryNumber", from)
            .Field($"to{ledger}EntryNumber", to)
            .Field(
                $"{char.ToLowerInvariant(ledger[0])}{ledger[1..]}EntryCount",
                Expression.Lambda<Func<GlRegister, int>>(count, register)
            );
    }

    private sealed class Replace(ParameterExpression from, ParameterExpression to)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : base.VisitParameter(node);
    }
}
