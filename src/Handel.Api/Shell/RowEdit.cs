using Handel.Api.Engine;
using Handel.Data;
using Handel.Kernel.Problems;

namespace Handel.Api.Shell;

/// <summary>One row being written: what is given, and what was found wrong so far.</summary>
internal sealed class RowEdit<TRow>(RequestScope scope, TRow row, Given given)
{
    public RequestScope Scope => scope;
    public HandelDbContext Db => scope.Db();
    public TRow Row => row;
    public Given Given => given;
    public required string Set { get; init; }
    public required bool IsNew { get; init; }

    /// <summary>Its number or code, for messages.</summary>
    public string No { get; set; } = "";
    public List<Problem> Problems { get; } = [];

    public void Refuse(string code, string field, string value = "") =>
        Problems.Add(new Problem(code, new RecordRef(Set, No), field, value));
}
