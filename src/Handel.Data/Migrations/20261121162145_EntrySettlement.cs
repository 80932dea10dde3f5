using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class EntrySettlement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "original_pmt_disc_tolerance_date",
                table: "party_entry",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "entry_edit",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    edit_no = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<short>(type: "smallint", nullable: false),
                    old_value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    new_value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_edit", x => new { x.company_no, x.edit_no });
                });

            migrationBuilder.CreateIndex(
                name: "ix_entry_edit_company_no_direction_entry_no",
                table: "entry_edit",
                columns: new[] { "company_no", "direction", "entry_no" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entry_edit");

            migrationBuilder.DropColumn(
                name: "original_pmt_disc_tolerance_date",
                table: "party_entry");
        }
    }
}
