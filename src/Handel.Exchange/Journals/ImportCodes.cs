namespace Handel.Exchange.Journals;

/// <summary>Codes of what is wrong with a file of journal lines.</summary>
public static class ImportCodes
{
    /// <summary>No workbook and no text with columns, or damaged.</summary>
    public const string File = "E-I-FILE";

    /// <summary>Larger than is taken at once.</summary>
    public const string TooLarge = "E-I-SIZE";

    /// <summary>No row with the names of columns, or without a column for an amount.</summary>
    public const string Header = "E-I-HEADER";

    /// <summary>A column that no field of a journal line is called by.</summary>
    public const string Column = "E-I-COLUMN";

    /// <summary>A name that two columns have.</summary>
    public const string Twice = "E-I-TWICE";

    /// <summary>The cell is no date, number or choice.</summary>
    public const string Value = "E-I-VALUE";

    /// <summary>The text is longer than its field takes.</summary>
    public const string TooLong = "E-I-LONG";

    /// <summary>Debit and credit on one row.</summary>
    public const string BothSides = "E-I-SIDES";

    /// <summary>The file has no rows below its header.</summary>
    public const string Empty = "E-I-EMPTY";
}
