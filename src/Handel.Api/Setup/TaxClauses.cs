using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;

namespace Handel.Api.Setup;

/// <summary>VAT clauses with their texts per language and document (VPS-08).</summary>
internal static class TaxClauses
{
    private const int CodeLength = SetupFields.CodeLength;
    private const int TextLength = 500;

    public static IEnumerable<Resource> All() => [Clauses(), Texts()];

    private static Resource Clauses() =>
        Coded
            .Writes<VatClause>("taxClauses", c => c.Code, (c, code) => c.Code = code)
            .Set<string>("description", (c, text) => c.Description = text)
            .Set<string>("description2", (c, text) => c.Description2 = text)
            .UsedBy<VatPostingSetup>(c => setup => setup.VatClauseCode == c.Code)
            .UsedBy<VatClauseText>(c => text => text.ClauseCode == c.Code)
            .On(
                Resource
                    .Extension("taxClauses", "taxClause", s => s.Rows<VatClause>())
                    .Field("id", c => c.Id)
                    .Field("code", c => c.Code, Access.ReadWrite, CodeLength)
                    .Field("description", c => c.Description, Access.ReadWrite, TextLength)
                    .Field("description2", c => c.Description2, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", c => c.ModifiedAt)
                    .ETag(c => c.Version)
                    .OrderedBy("code")
            );

    private static Resource Texts() =>
        new RowWrites<VatClauseText>("taxClauseTexts")
            .Key(
                "languageCode",
                t => $"{t.ClauseCode}, {t.LanguageCode}, {t.Document}",
                (edit, _) =>
                    edit
                        .Db.Set<VatClauseText>()
                        .Where(t =>
                            t.ClauseCode == edit.Row.ClauseCode
                            && t.LanguageCode == edit.Row.LanguageCode
                            && t.Document == edit.Row.Document
                        )
            )
            .Pair<VatClause>(("", "taxClauseCode"), c => c.Code, (t, code) => t.ClauseCode = code)
            .Needs("taxClauseCode", t => t.ClauseCode)
            .Set<string>("languageCode", (t, code) => t.LanguageCode = code)
            .Set<VatClauseDocument>("document", (t, document) => t.Document = document)
            .Set<string>("description", (t, text) => t.Description = text)
            .Set<string>("description2", (t, text) => t.Description2 = text)
            .Needs("description", t => t.Description)
            .On(
                Resource
                    .Extension("taxClauseTexts", "taxClauseText", s => s.Rows<VatClauseText>())
                    .Field("id", t => t.Id)
                    .AccountField("taxClauseCode", t => t.ClauseCode)
                    .AccountField("languageCode", t => t.LanguageCode)
                    .Field("document", t => t.Document, Access.ReadWrite)
                    .Field("description", t => t.Description, Access.ReadWrite, TextLength)
                    .Field("description2", t => t.Description2, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", t => t.ModifiedAt)
                    .ETag(t => t.Version)
                    .OrderedBy("taxClauseCode", "languageCode", "document")
            );
}
