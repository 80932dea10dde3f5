using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;

namespace Handel.Api.Setup;

/// <summary>Posting groups: read on the contract, written on the extension (C4).</summary>
internal static class PostingGroupResources
{
    private const int CodeLength = 20;
    private const int TextLength = 100;

    public static IEnumerable<Resource> All() =>
        [
            GenProd(),
            InventoryGroups(),
            GenBusWritten(),
            GenProdWritten(),
            VatBusWritten(),
            VatProdWritten(),
            InventoryWritten(),
        ];

    private static Resource<GenProdPostingGroup> GenProd() =>
        Resource
            .Of("generalProductPostingGroups", s => s.Rows<GenProdPostingGroup>())
            .Field("id", g => g.Id)
            .Field("code", g => g.Code)
            .Field("description", g => g.Description)
            .Field("defaultVATProductPostingGroup", g => g.DefVatProdPostingGroup)
            .Field("autoInsertDefault", g => g.DefVatProdPostingGroup != "")
            .Field("lastModifiedDateTime", g => g.ModifiedAt)
            .ETag(g => g.Version);

    private static Resource<InventoryPostingGroup> InventoryGroups() =>
        Resource
            .Of("inventoryPostingGroups", s => s.Rows<InventoryPostingGroup>())
            .Field("id", g => g.Id)
            .Field("code", g => g.Code)
            .Field("description", g => g.Description)
            .Field("lastModifiedDateTime", g => g.ModifiedAt)
            .ETag(g => g.Version);

    private static Resource GenBusWritten() =>
        Coded
            .Writes<GenBusPostingGroup>(
                "generalBusinessPostingGroups",
                g => g.Code,
                (g, code) => g.Code = code
            )
            .Set<string>("description", (g, text) => g.Description = text)
            .Pair<VatBusPostingGroup>(
                ("", "defaultTaxBusinessPostingGroup"),
                g => g.Code,
                (g, code) => g.DefVatBusPostingGroup = code
            )
            .NamedNowhere(g => g.Code)
            .On(
                Resource
                    .Extension(
                        "generalBusinessPostingGroups",
                        "generalBusinessPostingGroup",
                        s => s.Rows<GenBusPostingGroup>()
                    )
                    .Field("id", g => g.Id)
                    .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
                    .Field("description", g => g.Description, Access.ReadWrite, TextLength)
                    .Field(
                        "defaultTaxBusinessPostingGroup",
                        g => g.DefVatBusPostingGroup,
                        Access.ReadWrite,
                        CodeLength
                    )
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );

    private static Resource GenProdWritten() =>
        Coded
            .Writes<GenProdPostingGroup>(
                "generalProductPostingGroups",
                g => g.Code,
                (g, code) => g.Code = code
            )
            .Set<string>("description", (g, text) => g.Description = text)
            .Pair<VatProdPostingGroup>(
                ("", "defaultTaxProductPostingGroup"),
                g => g.Code,
                (g, code) => g.DefVatProdPostingGroup = code
            )
            .NamedNowhere(g => g.Code)
            .On(
                Resource
                    .Extension(
                        "generalProductPostingGroups",
                        "generalProductPostingGroup",
                        s => s.Rows<GenProdPostingGroup>()
                    )
                    .Field("id", g => g.Id)
                    .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
                    .Field("description", g => g.Description, Access.ReadWrite, TextLength)
                    .Field(
                        "defaultTaxProductPostingGroup",
                        g => g.DefVatProdPostingGroup,
                        Access.ReadWrite,
                        CodeLength
                    )
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );

    private static Resource VatBusWritten() =>
        Coded
            .Writes<VatBusPostingGroup>(
                "taxBusinessPostingGroups",
                g => g.Code,
                (g, code) => g.Code = code
            )
            .Set<string>("description", (g, text) => g.Description = text)
            .NamedNowhere(g => g.Code)
            .On(
                Resource
                    .Extension(
                        "taxBusinessPostingGroups",
                        "taxBusinessPostingGroup",
                        s => s.Rows<VatBusPostingGroup>()
                    )
                    .Field("id", g => g.Id)
                    .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
                    .Field("description", g => g.Description, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );

    private static Resource VatProdWritten() =>
        Coded
            .Writes<VatProdPostingGroup>(
                "taxProductPostingGroups",
                g => g.Code,
                (g, code) => g.Code = code
            )
            .Set<string>("description", (g, text) => g.Description = text)
            .NamedNowhere(g => g.Code)
            .On(
                Resource
                    .Extension(
                        "taxProductPostingGroups",
                        "taxProductPostingGroup",
                        s => s.Rows<VatProdPostingGroup>()
                    )
                    .Field("id", g => g.Id)
                    .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
                    .Field("description", g => g.Description, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );

    private static Resource InventoryWritten() =>
        Coded
            .Writes<InventoryPostingGroup>(
                "inventoryPostingGroups",
                g => g.Code,
                (g, code) => g.Code = code
            )
            .Set<string>("description", (g, text) => g.Description = text)
            .NamedNowhere(g => g.Code)
            .On(
                Resource
                    .Extension(
                        "inventoryPostingGroups",
                        "inventoryPostingGroup",
                        s => s.Rows<InventoryPostingGroup>()
                    )
                    .Field("id", g => g.Id)
                    .Field("code", g => g.Code, Access.ReadWrite, CodeLength)
                    .Field("description", g => g.Description, Access.ReadWrite, TextLength)
                    .Field("lastModifiedDateTime", g => g.ModifiedAt)
                    .ETag(g => g.Version)
            );
}
