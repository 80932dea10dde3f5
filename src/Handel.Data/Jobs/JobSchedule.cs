namespace Handel.Data.Jobs;

/// <summary>A job that comes back every day at the same hour (D12).</summary>
public sealed class JobSchedule
{
    public const int HourMax = 23;

    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public JobKind Kind { get; set; }

    /// <summary>Hour of the day, in the time zone of the server.</summary>
    public int StartHour { get; set; }
    public bool IsEnabled { get; set; } = true;

    /// <summary>When the next job is made. A moment that was missed is made up for once.</summary>
    public DateTimeOffset NextAt { get; set; }
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The first moment after now that the clock on the wall shows the hour.</summary>
    public static DateTimeOffset Next(int hour, DateTimeOffset now, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var day = wall.Date.AddHours(hour);
        var next = At(day, zone);
        return next > now ? next : At(day.AddDays(1), zone);
    }

    // PostgreSQL keeps moments in UTC.
    private static DateTimeOffset At(DateTime wall, TimeZoneInfo zone) =>
        new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
}
