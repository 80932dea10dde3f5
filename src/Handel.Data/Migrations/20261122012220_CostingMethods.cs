using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Handel.Data.Migrations
{
    /// <inheritdoc />
    public partial class CostingMethods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "costing_method",
                table: "item_entry",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "average_cost_calc_type",
                table: "inventory_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "average_cost_period",
                table: "inventory_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "default_costing_method",
                table: "inventory_setup",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.CreateIndex(
                name: "ix_item_entry_pool",
                table: "item_entry",
                columns: new[] { "company_no", "item_no", "valuation_date" },
                filter: "costing_method = 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_item_entry_pool",
                table: "item_entry");

            migrationBuilder.DropColumn(
                name: "costing_method",
                table: "item_entry");

            migrationBuilder.DropColumn(
                name: "average_cost_calc_type",
                table: "inventory_setup");

            migrationBuilder.DropColumn(
                name: "average_cost_period",
                table: "inventory_setup");

            migrationBuilder.DropColumn(
                name: "default_costing_method",
                table: "inventory_setup");
        }
    }
}
