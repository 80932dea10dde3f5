using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>VAT statements as users build them: template, name, lines (VST-01, VST-03).</summary>
internal static class TaxStatements
{
    private const int NameLength = 100;
    private const int FilterLength = 250;
    private const int LineNoStep = 10000;

    public static IEnumerable<Resource> All() => [Templates(), Names(), Lines()];

    private static Resource Templates() =>
        new RowWrites<VatStatementTemplate>("taxStatementTemplates")
            .Key(
                "name",
                t => t.Name,
                (edit, name) => edit.Db.VatStatementTemplates.Where(t => t.Name == name)
            )
            .Set<string>("name", (t, name) => t.Name = name)
            .Set<string>("description", (t, text) => t.Description = text)
            .UsedBy<VatStatementName>(t => name => name.TemplateName == t.Name)
            .On(
                Resource
                    .Extension(
                        "taxStatementTemplates",
                        "taxStatementTemplate",
                        s => s.Rows<VatStatementTemplate>()
                    )
                    .Field("id", t => t.Id)
                    .Field("name", t => t.Name, Access.ReadWrite, NameLength)
                    .Field("description", t => t.Description, Access.ReadWrite, NameLength)
                    .Field("lastModifiedDateTime", t => t.ModifiedAt)
                    .ETag(t => t.Version)
                    .OrderedBy("name")
            );

    private static Resource Names() =>
        new RowWrites<VatStatementName>("taxStatementNames")
            .Key(
                "name",
                n => $"{n.TemplateName}, {n.Name}",
                (edit, _) =>
                    edit.Db.VatStatementNames.Where(n =>
                        n.TemplateName == edit.Row.TemplateName && n.Name == edit.Row.Name
                    )
            )
            .Pair<VatStatementTemplate>(
                ("", "templateName"),
                t => t.Name,
                (n, name) => n.TemplateName = name
            )
            .Set<string>("name", (n, name) => n.Name = name)
            .Set<string>("description", (n, text) => n.Description = text)
            .Set<string>("euSalesBoxNumber", (n, box) => n.EuSalesBoxNo = box)
            .Needs("templateName", n => n.TemplateName)
            .Needs("name", n => n.Name)
            .UsedBy<VatStatementLine>(n =>
                line => line.TemplateName == n.TemplateName && line.StatementName == n.Name
            )
            .UsedBy<VatReturnPeriod>(n =>
                period =>
                    period.StatementTemplateName == n.TemplateName && period.StatementName == n.Name
            )
            .On(
                Resource
                    .Extension(
                        "taxStatementNames",
                        "taxStatementName",
                        s => s.Rows<VatStatementName>()
                    )
                    .Field("id", n => n.Id)
                    .Field("templateName", n => n.TemplateName, Access.ReadWrite, NameLength)
                    .Field("name", n => n.Name, Access.ReadWrite, NameLength)
                    .Field("description", n => n.Description, Access.ReadWrite, NameLength)
                    .Field("euSalesBoxNumber", n => n.EuSalesBoxNo, Access.ReadWrite, 20)
                    .Field("lastModifiedDateTime", n => n.ModifiedAt)
                    .ETag(n => n.Version)
                    .OrderedBy("templateName", "name")
            );

    private static Resource Lines() =>
        new RowWrites<VatStatementLine>(VatStatementCalculation.Entity)
            .Key(
                "sequence",
                l => $"{l.TemplateName}, {l.StatementName}, {l.LineNo}",
                (edit, _) =>
                    edit.Db.VatStatementLines.Where(l =>
                        l.TemplateName == edit.Row.TemplateName
                        && l.StatementName == edit.Row.StatementName
                        && l.LineNo == edit.Row.LineNo
                    )
            )
            .Pair<VatStatementTemplate>(
                ("", "templateName"),
                t => t.Name,
                (l, name) => l.TemplateName = name
            )
            .Pair<VatStatementName>(
                ("", "statementName"),
                n => n.Name,
                (l, name) => l.StatementName = name
            )
            .Set<int>("sequence", (l, no) => l.LineNo = no)
            .Set<string>("rowNumber", (l, no) => l.RowNo = no)
            .Set<string>("boxNumber", (l, no) => l.BoxNo = no)
            .Set<string>("description", (l, text) => l.Description = text)
            .Set<VatStatementLineType>("type", (l, type) => l.Type = type)
            .Set<string>("accountTotaling", (l, text) => l.AccountTotaling = text)
            .Set<GenPostingType>("generalPostingType", (l, type) => l.GenPostingType = type)
            .Set<string>("taxBusinessPostingGroupFilter", (l, text) => l.VatBusFilter = text)
            .Set<string>("taxProductPostingGroupFilter", (l, text) => l.VatProdFilter = text)
            .Set<VatAmountType>("amountType", (l, type) => l.AmountType = type)
            .Set<EuThirdPartyChoice>("euThirdPartyTrade", (l, choice) => l.EuThirdParty = choice)
            .Set<string>("rowTotaling", (l, text) => l.RowTotaling = text)
            .Set<bool>("calculateWithOppositeSign", (l, on) => l.CalculateOpposite = on)
            .Set<bool>("printWithOppositeSign", (l, on) => l.PrintOpposite = on)
            .Set<bool>("print", (l, on) => l.Print = on)
            .Set<bool>("newPage", (l, on) => l.NewPage = on)
            .Set<VatBoxRounding>("rounding", (l, rounding) => l.Rounding = rounding)
            .Needs("statementName", l => l.StatementName)
            .Check(CheckRows)
            .On(LineFields());

    private static Resource<VatStatementLine> LineFields() =>
        Resource
            .Extension(
                VatStatementCalculation.Entity,
                "taxStatementLine",
                s => s.Rows<VatStatementLine>()
            )
            .Field("id", l => l.Id)
            .Field("templateName", l => l.TemplateName, Access.ReadWrite, NameLength)
            .Field("statementName", l => l.StatementName, Access.ReadWrite, NameLength)
            .Field("sequence", l => l.LineNo, Access.ReadWrite)
            .Field("rowNumber", l => l.RowNo, Access.ReadWrite, 20)
            .Field("boxNumber", l => l.BoxNo, Access.ReadWrite, 20)
            .Field("description", l => l.Description, Access.ReadWrite, NameLength)
            .Field("type", l => l.Type, Access.ReadWrite)
            .Field("accountTotaling", l => l.AccountTotaling, Access.ReadWrite, FilterLength)
            .Field("generalPostingType", l => l.GenPostingType, Access.ReadWrite)
            .Field(
                "taxBusinessPostingGroupFilter",
                l => l.VatBusFilter,
                Access.ReadWrite,
                FilterLength
            )
            .Field(
                "taxProductPostingGroupFilter",
                l => l.VatProdFilter,
                Access.ReadWrite,
                FilterLength
            )
            .Field("amountType", l => l.AmountType, Access.ReadWrite)
            .Field("euThirdPartyTrade", l => l.EuThirdParty, Access.ReadWrite)
            .Field("rowTotaling", l => l.RowTotaling, Access.ReadWrite, FilterLength)
            .Field("calculateWithOppositeSign", l => l.CalculateOpposite, Access.ReadWrite)
            .Field("printWithOppositeSign", l => l.PrintOpposite, Access.ReadWrite)
            .Field("print", l => l.Print, Access.ReadWrite)
            .Field("newPage", l => l.NewPage, Access.ReadWrite)
            .Field("rounding", l => l.Rounding, Access.ReadWrite)
            .Field("lastModifiedDateTime", l => l.ModifiedAt)
            .ETag(l => l.Version)
            .OrderedBy("templateName", "statementName", "sequence");

    /// <summary>A new line goes to the end; no row may sum itself (VST-03).</summary>
    private static async Task CheckRows(RowEdit<VatStatementLine> edit)
    {
        var row = edit.Row;
        var id = (Guid)edit.Db.Entry(row).Property("Id").CurrentValue!;
        var others = await edit
            .Db.VatStatementLines.AsNoTracking()
            .Where(l =>
                l.TemplateName == row.TemplateName
                && l.StatementName == row.StatementName
                && l.Id != id
            )
            .ToListAsync(edit.Scope.Aborted);
        if (edit.IsNew && row.LineNo == 0)
            row.LineNo = others.Select(l => l.LineNo).DefaultIfEmpty().Max() + LineNoStep;
        edit.Problems.AddRange(VatStatementCalculation.FindProblems([.. others, row]));
    }
}
