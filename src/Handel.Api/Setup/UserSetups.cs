using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Data.Users;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>Whose dates hold for a user (GLD-01).</summary>
public enum PostingDatesSource
{
    Company,
    User,
}

/// <summary>
/// When each user may post: his own dates, those that hold for him, and why (GLD-01, GLD-05).
/// </summary>
internal static class UserSetups
{
    private const string Name = "userName";
    private const int NameLength = 100;

    public static Resource Create() => Writes().On(Fields());

    private static Resource<UserSetup> Fields() =>
        Resource
            .Extension(UserSetup.Entity, "userSetup", s => s.Rows<UserSetup>())
            .Field("id", u => u.Id)
            .Field(Name, u => u.UserName, Access.ReadWrite, NameLength)
            .Field("allowPostingFrom", u => u.AllowPostingFrom, Access.ReadWrite)
            .Field("allowPostingTo", u => u.AllowPostingTo, Access.ReadWrite)
            .Field("allowTaxDateFrom", u => u.AllowVatDateFrom, Access.ReadWrite)
            .Field("allowTaxDateTo", u => u.AllowVatDateTo, Access.ReadWrite)
            .Field(
                "effectivePostingFrom",
                (u, s) =>
                    u.AllowPostingFrom != null || u.AllowPostingTo != null
                        ? u.AllowPostingFrom
                        : s.CompanyDates().From
            )
            .Field(
                "effectivePostingTo",
                (u, s) =>
                    u.AllowPostingFrom != null || u.AllowPostingTo != null
                        ? u.AllowPostingTo
                        : s.CompanyDates().To
            )
            .Field(
                "postingDatesSource",
                u =>
                    u.AllowPostingFrom != null || u.AllowPostingTo != null
                        ? PostingDatesSource.User
                        : PostingDatesSource.Company
            )
            .Field("lastModifiedDateTime", u => u.ModifiedAt)
            .ETag(u => u.Version)
            .OrderedBy(Name);

    private static RowWrites<UserSetup> Writes() =>
        new RowWrites<UserSetup>(UserSetup.Entity)
            .Key(
                Name,
                u => u.UserName,
                (edit, name) => edit.Db.Set<UserSetup>().Where(u => u.UserName == name)
            )
            .SetWith(Name, TakeName)
            .Set<DateOnly?>("allowPostingFrom", (u, date) => u.AllowPostingFrom = date)
            .Set<DateOnly?>("allowPostingTo", (u, date) => u.AllowPostingTo = date)
            .Set<DateOnly?>("allowTaxDateFrom", (u, date) => u.AllowVatDateFrom = date)
            .Set<DateOnly?>("allowTaxDateTo", (u, date) => u.AllowVatDateTo = date)
            .Check(Check)
            .RenamedFreely();

    // As the user is known, so that one user has one row.
    private static async Task TakeName(RowEdit<UserSetup> edit, object value)
    {
        var name = ((string)value).Trim();
        var upper = name.ToUpperInvariant();
        var known = await edit
            .Scope.Get<UsersDbContext>()
            .Users.Where(user => user.NormalizedUserName == upper)
            .Select(user => user.UserName)
            .FirstOrDefaultAsync(edit.Scope.Aborted);
        if (name.Length > 0 && known is null)
            edit.Refuse(EditCodes.Unknown, Name, name);
        else
            edit.Row.UserName = known ?? "";
    }

    private static Task Check(RowEdit<UserSetup> edit)
    {
        if (edit.Row.AllowPostingTo < edit.Row.AllowPostingFrom)
            edit.Refuse(EditCodes.Range, "allowPostingTo");
        if (edit.Row.AllowVatDateTo < edit.Row.AllowVatDateFrom)
            edit.Refuse(EditCodes.Range, "allowTaxDateTo");
        return Task.CompletedTask;
    }
}
