using Handel.Data.Jobs;

namespace Handel.App.Companies;

/// <summary>What a new company has done for it every night.</summary>
internal sealed class JobStart(int companyNo)
{
    private const int VerifyHour = 2;

    public IEnumerable<object> Rows(DateTimeOffset now) =>
        [
            new JobSchedule
            {
                CompanyNo = companyNo,
                Id = Guid.CreateVersion7(),
                Kind = JobKind.VerifyBooks,
                StartHour = VerifyHour,
                NextAt = JobSchedule.Next(VerifyHour, now, TimeZoneInfo.Local),
            },
        ];
}
