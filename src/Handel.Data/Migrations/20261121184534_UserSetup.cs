using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class UserSetup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "user_setup",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    allow_posting_from = table.Column<DateOnly>(type: "date", nullable: true),
                    allow_posting_to = table.Column<DateOnly>(type: "date", nullable: true),
                    allow_vat_date_from = table.Column<DateOnly>(type: "date", nullable: true),
                    allow_vat_date_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_setup", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_user_setup_company_no_user_name",
                table: "user_setup",
                columns: new[] { "company_no", "user_name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "user_setup");
        }
    }
}
