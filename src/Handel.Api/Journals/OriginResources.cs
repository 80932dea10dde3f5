using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Setup;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;

namespace Handel.Api.Journals;

/// <summary>Where entries come from and why they were posted (AUD-02, AUD-03, C4).</summary>
internal static class OriginResources
{
    private const int CodeLength = 20;
    private const int TextLength = 100;

    public static IEnumerable<Resource> All() => [Sources(), Reasons()];

    private static Resource Sources() =>
        Coded
            .Writes<SourceCode>("sourceCodes", s => s.Code, (s, code) => s.Code = code)
            .Set<string>("description", (s, text) => s.Description = text)
            .UsedBy<GlRegister>(s => register => register.SourceCode == s.Code)
            .UsedBy<JournalTemplate>(s => template => template.SourceCode == s.Code)
            .On(
                Resource
                    .Extension("sourceCodes", "sourceCode", s => s.Rows<SourceCode>())
                    .Field("id", s => s.Id)
                    .Field("code", s => s.Code, Access.ReadWrite, CodeLength)
                    .Field("description", s => s.Description, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", s => s.ModifiedAt)
                    .ETag(s => s.Version)
            );

    private static Resource Reasons() =>
        Coded
            .Writes<ReasonCode>("reasonCodes", r => r.Code, (r, code) => r.Code = code)
            .Set<string>("description", (r, text) => r.Description = text)
            .UsedBy<GlEntry>(r => entry => entry.ReasonCode == r.Code)
            .UsedBy<JournalLine>(r => line => line.ReasonCode == r.Code)
            .UsedBy<JournalTemplate>(r => template => template.ReasonCode == r.Code)
            .UsedBy<JournalBatch>(r => batch => batch.ReasonCode == r.Code)
            .On(
                Resource
                    .Extension("reasonCodes", "reasonCode", s => s.Rows<ReasonCode>())
                    .Field("id", r => r.Id)
                    .Field("code", r => r.Code, Access.ReadWrite, CodeLength)
                    .Field("description", r => r.Description, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", r => r.ModifiedAt)
                    .ETag(r => r.Version)
            );
}
