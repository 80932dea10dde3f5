using System.Globalization;
using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Finance;

/// <summary>
/// Allowed posting dates of a user; when either is filled it wins entirely (GLD-01).
/// </summary>
public readonly record struct PostingDates(DateOnly? From, DateOnly? To)
{
    public bool IsSet => From is not null || To is not null;

    public bool Allows(DateOnly date) =>
        (From is not { } from || date >= from) && (To is not { } to || date <= to);

    /// <summary>
    /// Why a date may not be posted in, or null: the dates of the user win over those of the
    /// company, both or none (GLD-01, GLD-02).
    /// </summary>
    public Problem? Against(DateOnly date, GlSetup gl, RecordRef record)
    {
        var range = IsSet ? this : new(gl.AllowPostingFrom, gl.AllowPostingTo);
        if (range.Allows(date))
            return null;
        return new(ProblemCodes.PostingDate, record, "postingDate", Text(date))
        {
            MendedAt = new(IsSet ? "userSetups" : "generalLedgerSetup", ""),
            Args = new Dictionary<string, string>
            {
                ["from"] = Text(range.From),
                ["to"] = Text(range.To),
                ["source"] = IsSet ? "user" : "company",
            },
        };
    }

    private static string Text(DateOnly? date) =>
        date?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
