using Handel.Kernel.Problems;

namespace Handel.App.Printing;

/// <summary>A PDF, or the problem that stands in its way.</summary>
public sealed record RenderedDocument
{
    /// <summary>Tagged PDF/A-3b; empty when there is a problem.</summary>
    public ReadOnlyMemory<byte> Pdf { get; init; }
    public int Pages { get; init; }

    /// <summary>What the reader of the page may miss, such as letters that no font has.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
    public Problem? Problem { get; init; }
}

/// <summary>Codes of the problems that printing reports.</summary>
public static class PrintProblems
{
    /// <summary>The worker does not start or keeps failing; only printing waits.</summary>
    public const string Down = "E-PRINT-DOWN";

    /// <summary>More documents wait than may wait.</summary>
    public const string Busy = "E-PRINT-BUSY";

    /// <summary>This document took too long.</summary>
    public const string Timeout = "E-PRINT-TIMEOUT";

    /// <summary>The worker refused this document: its layout or its data.</summary>
    public const string Refused = "E-PRINT-REFUSED";
}
