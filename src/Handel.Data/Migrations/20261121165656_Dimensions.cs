using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class Dimensions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dimension_set_id",
                table: "party");

            migrationBuilder.AddColumn<int>(
                name: "dimension_rules_register",
                table: "ledger_state",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "shortcut_dimension3_code",
                table: "gl_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "shortcut_dimension4_code",
                table: "gl_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "shortcut_dimension5_code",
                table: "gl_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "shortcut_dimension6_code",
                table: "gl_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "shortcut_dimension7_code",
                table: "gl_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "shortcut_dimension8_code",
                table: "gl_setup",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "default_dimension",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    dimension_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    value_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    value_posting = table.Column<short>(type: "smallint", nullable: false),
                    allowed_values_filter = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_default_dimension", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "default_dimension_priority",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entity = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_default_dimension_priority", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dimension",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    consolidation_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dimension_combination",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    second_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rule = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_combination", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dimension_correction",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    entry_no = table.Column<int>(type: "integer", nullable: false),
                    reversal_entry_no = table.Column<int>(type: "integer", nullable: false),
                    new_entry_no = table.Column<int>(type: "integer", nullable: false),
                    register_no = table.Column<int>(type: "integer", nullable: false),
                    old_dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    new_dimension_set_id = table.Column<int>(type: "integer", nullable: false),
                    undoes_register_no = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_correction", x => new { x.company_no, x.entry_no });
                });

            migrationBuilder.CreateTable(
                name: "dimension_set",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<int>(type: "integer", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    global1_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    global2_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_set", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dimension_value",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dimension_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    consolidation_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    totaling = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    global_dimension_no = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_value", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dimension_value_combination",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_value = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    second_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    second_value = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_value_combination", x => new { x.company_no, x.id });
                });

            migrationBuilder.CreateTable(
                name: "gl_month_total",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    account_no = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    debit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false),
                    credit = table.Column<decimal>(type: "numeric(23,5)", precision: 23, scale: 5, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gl_month_total", x => new { x.company_no, x.account_no, x.month });
                });

            migrationBuilder.CreateTable(
                name: "dimension_set_entry",
                columns: table => new
                {
                    company_no = table.Column<int>(type: "integer", nullable: false),
                    set_id = table.Column<int>(type: "integer", nullable: false),
                    dimension_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    value_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dimension_set_entry", x => new { x.company_no, x.set_id, x.dimension_code });
                    table.ForeignKey(
                        name: "fk_dimension_set_entry_dimension_set_company_no_set_id",
                        columns: x => new { x.company_no, x.set_id },
                        principalTable: "dimension_set",
                        principalColumns: new[] { "company_no", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_gl_entry_company_no_dimension_set_id_entry_no",
                table: "gl_entry",
                columns: new[] { "company_no", "dimension_set_id", "entry_no" },
                filter: "dimension_set_id <> 0");

            migrationBuilder.CreateIndex(
                name: "ix_default_dimension_company_no_dimension_code_value_code",
                table: "default_dimension",
                columns: new[] { "company_no", "dimension_code", "value_code" });

            migrationBuilder.CreateIndex(
                name: "ix_default_dimension_company_no_entity_no_dimension_code",
                table: "default_dimension",
                columns: new[] { "company_no", "entity", "no", "dimension_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_default_dimension_priority_company_no_source_code_entity",
                table: "default_dimension_priority",
                columns: new[] { "company_no", "source_code", "entity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dimension_company_no_code",
                table: "dimension",
                columns: new[] { "company_no", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dimension_combination_company_no_first_code_second_code",
                table: "dimension_combination",
                columns: new[] { "company_no", "first_code", "second_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dimension_correction_company_no_register_no",
                table: "dimension_correction",
                columns: new[] { "company_no", "register_no" });

            migrationBuilder.CreateIndex(
                name: "ix_dimension_correction_company_no_reversal_entry_no",
                table: "dimension_correction",
                columns: new[] { "company_no", "reversal_entry_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dimension_set_company_no_global1_code",
                table: "dimension_set",
                columns: new[] { "company_no", "global1_code" });

            migrationBuilder.CreateIndex(
                name: "ix_dimension_set_company_no_global2_code",
                table: "dimension_set",
                columns: new[] { "company_no", "global2_code" });

            migrationBuilder.CreateIndex(
                name: "ix_dimension_set_company_no_key_hash",
                table: "dimension_set",
                columns: new[] { "company_no", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dimension_set_entry_company_no_dimension_code_value_code_se~",
                table: "dimension_set_entry",
                columns: new[] { "company_no", "dimension_code", "value_code", "set_id" });

            migrationBuilder.CreateIndex(
                name: "ix_dimension_value_company_no_dimension_code_code",
                table: "dimension_value",
                columns: new[] { "company_no", "dimension_code", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dimension_value_combination_company_no_first_code_first_val~",
                table: "dimension_value_combination",
                columns: new[] { "company_no", "first_code", "first_value", "second_code", "second_value" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "default_dimension");

            migrationBuilder.DropTable(
                name: "default_dimension_priority");

            migrationBuilder.DropTable(
                name: "dimension");

            migrationBuilder.DropTable(
                name: "dimension_combination");

            migrationBuilder.DropTable(
                name: "dimension_correction");

            migrationBuilder.DropTable(
                name: "dimension_set_entry");

            migrationBuilder.DropTable(
                name: "dimension_value");

            migrationBuilder.DropTable(
                name: "dimension_value_combination");

            migrationBuilder.DropTable(
                name: "gl_month_total");

            migrationBuilder.DropTable(
                name: "dimension_set");

            migrationBuilder.DropIndex(
                name: "ix_gl_entry_company_no_dimension_set_id_entry_no",
                table: "gl_entry");

            migrationBuilder.DropColumn(
                name: "dimension_rules_register",
                table: "ledger_state");

            migrationBuilder.DropColumn(
                name: "shortcut_dimension3_code",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "shortcut_dimension4_code",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "shortcut_dimension5_code",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "shortcut_dimension6_code",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "shortcut_dimension7_code",
                table: "gl_setup");

            migrationBuilder.DropColumn(
                name: "shortcut_dimension8_code",
                table: "gl_setup");

            migrationBuilder.AddColumn<int>(
                name: "dimension_set_id",
                table: "party",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }
    }
}
