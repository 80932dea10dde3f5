namespace Handel.Kernel.Problems;

/// <summary>
/// Something that a user can mend (D11): which rule, which record, which field, which value, and
/// where it is mended. The text belongs to the shell, in the language of the user.
/// </summary>
/// <param name="Code">Stable code of the error catalogues, for example <c>E-DATE</c>.</param>
/// <param name="Record">The record at fault, as a user would name it.</param>
/// <param name="Field">The field at fault by its API name, or empty.</param>
/// <param name="Value">The value at fault as text in invariant form, or empty.</param>
public sealed record Problem(string Code, RecordRef Record, string Field = "", string Value = "")
{
    /// <summary>Figures and names for the message, by the names that its caption uses.</summary>
    public IReadOnlyDictionary<string, string> Args { get; init; } = NoArgs;

    /// <summary>Where it is mended, when that is another record than the one at fault.</summary>
    public RecordRef? MendedAt { get; init; }

    private static readonly Dictionary<string, string> NoArgs = [];
}

/// <summary>A record as users and pages name it: a page's entity, its number, and a line.</summary>
/// <param name="Entity">API entity set, for example <c>salesOrders</c>.</param>
/// <param name="No">Number or code; combined keys are joined by a comma and a blank.</param>
/// <param name="LineNo">Line number within a document, or 0.</param>
/// <param name="Id">The id that a link opens, or null where the number is enough.</param>
public sealed record RecordRef(string Entity, string No, int LineNo = 0, Guid? Id = null);
