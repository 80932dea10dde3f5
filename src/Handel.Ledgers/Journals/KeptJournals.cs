namespace Handel.Ledgers.Journals;

/// <summary>Lines that are saved under a code, to be inserted again (JNL-41).</summary>
public sealed class StandardJournal
{
    public const string Entity = "standardJournals";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Guid TemplateId { get; set; }
    public string Code { get; set; } = "";
    public string Description { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }
}

/// <summary>The lines of a journal as they were posted, kept to look back (JNL-36).</summary>
public sealed class PostedJournal
{
    public const string Entity = "postedJournals";

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public Guid TemplateId { get; set; }
    public string TemplateName { get; set; } = "";
    public string BatchName { get; set; } = "";

    /// <summary>First register of the posting (REV-05).</summary>
    public int RegisterNo { get; set; }
    public string UserName { get; set; } = "";
    public DateTimeOffset PostedAt { get; set; }
}
