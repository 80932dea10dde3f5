using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Ledgers.Bank;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;

namespace Handel.Api.Journals;

/// <summary>The id of an account whose kind stands beside its number (A18.2).</summary>
internal static class JournalAccountFields
{
    public static Resource<TRow> AccountId<TRow>(
        this Resource<TRow> resource,
        string name,
        Expression<Func<TRow, JournalAccountType>> type,
        Expression<Func<TRow, string>> no
    )
    {
        var row = type.Parameters[0];
        var scope = Expression.Parameter(typeof(RequestScope), "scope");
        Expression<Func<JournalAccountType, string, RequestScope, Guid>> id = (of, number, s) =>
            of == JournalAccountType.GlAccount
                ? s.Rows<GlAccount>().Where(a => a.No == number).Select(a => a.Id).FirstOrDefault()
            : of == JournalAccountType.BankAccount
                ? s.Rows<BankAccount>()
                    .Where(b => b.No == number)
                    .Select(b => b.Id)
                    .FirstOrDefault()
            : of == JournalAccountType.Customer
                ? SideNames
                    .Sale.PartyRows(s)
                    .Where(p => p.No == number)
                    .Select(p => p.Id)
                    .FirstOrDefault()
            : SideNames
                .Purchase.PartyRows(s)
                .Where(p => p.No == number)
                .Select(p => p.Id)
                .FirstOrDefault();
        var swap = new Swap(
            new()
            {
                [id.Parameters[0]] = type.Body,
                [id.Parameters[1]] = new Swap(new() { [no.Parameters[0]] = row }).Visit(no.Body),
                [id.Parameters[2]] = scope,
            }
        );
        return resource.Field(
            name,
            Expression.Lambda<Func<TRow, RequestScope, Guid>>(swap.Visit(id.Body), row, scope)
        );
    }

    private sealed class Swap(Dictionary<ParameterExpression, Expression> parts) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            parts.GetValueOrDefault(node, node);
    }
}
