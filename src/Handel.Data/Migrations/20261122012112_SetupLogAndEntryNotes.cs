using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class SetupLogAndEntryNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "dispute_status",
                table: "party_entry",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "payment_reference",
                table: "party_entry",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "promised_pay_date",
                table: "party_entry",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "setup_change",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    table_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    record_no = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    field_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    old_value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    new_value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setup_change", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_setup_change_company_no_changed_at",
                table: "setup_change",
                columns: new[] { "company_no", "changed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "setup_change");

            migrationBuilder.DropColumn(
                name: "dispute_status",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "payment_reference",
                table: "party_entry");

            migrationBuilder.DropColumn(
                name: "promised_pay_date",
                table: "party_entry");
        }
    }
}
