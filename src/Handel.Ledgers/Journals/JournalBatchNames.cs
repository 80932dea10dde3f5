using Handel.Kernel.Numbering;

namespace Handel.Ledgers.Journals;

/// <summary>The name of a batch after it was posted (JNL-36).</summary>
internal static class JournalBatchNames
{
    public static string After(JournalSettings settings)
    {
        var name = settings.Batch.Name;
        var isCounted = NumberText.Split(name) is { Suffix: "" };
        return settings.Template.IncrementBatchName && isCounted
            ? NumberText.Increment(name, 1) ?? name
            : name;
    }
}
