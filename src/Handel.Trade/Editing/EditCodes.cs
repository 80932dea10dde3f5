using Handel.Kernel.Problems;

namespace Handel.Trade.Editing;

/// <summary>Codes of what only editing finds; the catalogue has no row for them.</summary>
public static class EditCodes
{
    /// <summary>
    /// The value names a record that does not exist, or not here (API-L1-4, A18.2).
    /// </summary>
    public const string Unknown = ProblemCodes.Unknown;

    /// <summary>The field is locked unless the document is open (REL-07, H-03).</summary>
    public const string NotOpen = "E-NOTOPEN";

    /// <summary>A line that a rule added follows that rule, not a user (DSC-04).</summary>
    public const string SystemLine = "E-SYSTEMLINE";

    /// <summary>The discount follows from the terms and is not typed (DSC-22).</summary>
    public const string DiscountByTerms = "E-DISCTERMS";

    /// <summary>A posted document is a fact (API-D1-5).</summary>
    public const string Posted = "E-POSTED";

    /// <summary>The line number is taken, or not positive (API-L1-1).</summary>
    public const string LineNoTaken = "E-LINENO";

    /// <summary>
    /// A message, not a refusal: what left or came in already keeps its dimensions (DIM-02).
    /// </summary>
    public const string DimensionsOfHandled = "W-DIMHANDLED";

    /// <summary>A value outside what its field allows.</summary>
    public const string Range = ProblemCodes.Range;

    /// <summary>
    /// VAT combination, account or item is blocked or of the wrong kind (COA-02).
    /// </summary>
    public const string NotPostable = ProblemCodes.NotPostable;
}
