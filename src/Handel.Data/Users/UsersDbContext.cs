using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Users;

/// <summary>Who may come in: accounts, roles, access keys. Shared by all companies.</summary>
public sealed class UsersDbContext(DbContextOptions<UsersDbContext> options)
    : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    public const string Schema = "users";

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<CookieKey> CookieKeys => Set<CookieKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.Entity<User>(user =>
        {
            user.ToTable("account");
            user.Property(u => u.DisplayName).HasMaxLength(80);
            user.Property(u => u.Language).HasMaxLength(10);
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("role");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("account_role");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claim");
        builder.Entity<AccessKey>(key =>
        {
            key.ToTable("access_key");
            key.HasIndex(k => k.Hash).IsUnique();
            key.Property(k => k.Description).HasMaxLength(100);
            key.HasOne<User>().WithMany().HasForeignKey(k => k.UserId);
        });
        builder.Entity<CookieKey>().ToTable("cookie_key");
    }
}
