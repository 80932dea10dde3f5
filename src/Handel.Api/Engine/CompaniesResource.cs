namespace Handel.Api.Engine;

/// <summary>The companies that the caller may enter, as the contract shows them.</summary>
public static class CompaniesResource
{
    public static Resource Create() =>
        Resource
            .Of<ApiCompany>("companies", scope => scope.Companies.AsQueryable())
            .AboveCompanies()
            .OrderedBy("name")
            .Field("id", company => company.Id)
            .Field("systemVersion", company => company.SystemVersion)
            .Field("timestamp", company => company.ModifiedAt.UtcTicks)
            .Field("name", company => company.Name)
            .Field("displayName", company => company.DisplayName)
            .Field("businessProfileId", company => company.BusinessProfileId)
            .Field("systemCreatedAt", company => company.CreatedAt)
            .Field("systemCreatedBy", company => company.CreatedBy)
            .Field("systemModifiedAt", company => company.ModifiedAt)
            .Field("systemModifiedBy", company => company.ModifiedBy);
}
