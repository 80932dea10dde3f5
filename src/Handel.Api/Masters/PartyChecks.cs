using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel.Problems;
using Handel.Kernel.Registration;
using Handel.Ledgers.Parties;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Masters;

/// <summary>What a user should know of the numbers on a card; blank where all is well.</summary>
internal sealed record PartyCheckRow(Party Party)
{
    public string VatNumber { get; init; } = "";
    public string SharedBy { get; init; } = "";
    public string Iban { get; init; } = "";
}

/// <summary>
/// Numbers of customers and vendors: format, check digit, and who else has the same (COM-04,
/// COM-05).
/// </summary>
internal static class PartyChecks
{
    /// <summary>Cards that one warning names.</summary>
    private const int NamedMax = 5;

    public static Resource Create() =>
        Resource
            .ExtensionComputed<PartyCheckRow>("partyChecks", "partyCheck", Rows)
            .Field("id", r => r.Party.Id)
            .Field("number", r => r.Party.No)
            .Field("taxRegistrationNumber", r => r.Party.VatRegistrationNo)
            .Field("taxNumberWarning", r => r.VatNumber)
            .Field("taxNumberSharedBy", r => r.SharedBy)
            .Field("ibanWarning", r => r.Iban)
            .Field("lastModifiedDateTime", r => r.Party.ModifiedAt)
            .ETag(r => r.Party.Version)
            .OrderedBy("number");

    /// <summary>A number in no form of its country is refused (API-C1-4, CUS-06).</summary>
    public static Problem? FindInVatNumber(RecordRef record, string country, string number) =>
        VatNumbers.Check(country, number) == VatNumberVerdict.WrongFormat
            ? new Problem(ProblemCodes.VatNumber, record, "taxRegistrationNumber", number)
            {
                Args = new Dictionary<string, string>
                {
                    ["formats"] = string.Join(", ", VatNumbers.FormatsOf(country)),
                },
            }
            : null;

    private static async Task<IReadOnlyList<PartyCheckRow>> Rows(RequestScope scope, Pins pins)
    {
        if (pins.Id("id") is not { } id)
            return [];
        var party = await scope.Rows<Party>().SingleOrDefaultAsync(p => p.Id == id, scope.Aborted);
        return party is null
            ? []
            :
            [
                new PartyCheckRow(party)
                {
                    VatNumber = Text(scope, FindInDigits(party)),
                    SharedBy = Text(scope, await FindSharing(scope, party)),
                    Iban = Text(scope, FindInIban(party)),
                },
            ];
    }

    private static Problem? FindInDigits(Party party) =>
        VatNumbers.Check(party.Address.CountryCode, party.VatRegistrationNo)
            is VatNumberVerdict.WrongCheckDigit
                or VatNumberVerdict.WrongFormat
            ? new Problem(
                ProblemCodes.VatNumberCheckDigit,
                RecordOf(party),
                "taxRegistrationNumber",
                party.VatRegistrationNo
            )
            : null;

    private static Problem? FindInIban(Party party) =>
        party.Iban.Length == 0 || Iban.IsValid(party.Iban)
            ? null
            : new Problem(ProblemCodes.Iban, RecordOf(party), "iban", party.Iban);

    private static async Task<Problem?> FindSharing(RequestScope scope, Party party)
    {
        var typed = party.VatRegistrationNo;
        if (typed.Length == 0)
            return null;
        var plain = VatNumbers.Plain(typed);
        var others = await scope
            .Rows<Party>()
            .Where(p =>
                p.Id != party.Id && (p.VatRegistrationNo == typed || p.VatRegistrationNo == plain)
            )
            .OrderBy(p => p.Direction)
            .ThenBy(p => p.No)
            .Take(NamedMax)
            .ToListAsync(scope.Aborted);
        if (others.Count == 0)
            return null;
        var problem = new Problem(
            ProblemCodes.VatNumberShared,
            RecordOf(party),
            "taxRegistrationNumber",
            typed
        );
        return problem with
        {
            Args = new Dictionary<string, string>
            {
                ["others"] = string.Join(", ", others.Select(p => $"{p.No} {p.Address.Name}")),
            },
        };
    }

    private static RecordRef RecordOf(Party party) =>
        new(SideNames.Of(party.Direction).Parties, party.No, 0, party.Id);

    private static string Text(RequestScope scope, Problem? problem) =>
        problem is null ? "" : ProblemTexts.Of(problem, scope.Language);
}
