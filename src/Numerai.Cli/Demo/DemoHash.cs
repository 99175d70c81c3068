using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;

namespace Numerai.Cli.Demo;

/// <summary>One hash over all final scores, payouts, burns and wallets of a demonstration: two runs with one seed show the same.</summary>
internal static class DemoHash
{
    public static string Of(IReadOnlyList<Score> scores, IReadOnlyList<Settlement> settlements, Conservation conservation)
    {
        var text = new StringBuilder();
        foreach (var score in scores.Where(score => score.Final)
            .OrderBy(score => score.Round.ToString(), StringComparer.Ordinal).ThenBy(score => score.ModelName, StringComparer.Ordinal)
                .ThenBy(score => score.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{score.Round}|{score.ModelName}|{score.Name}|{score.Value:F9}\n");
        }

        foreach (var settlement in settlements.OrderBy(settlement => settlement.Round.ToString(), StringComparer.Ordinal))
        {
            foreach (var entry in settlement.Entries.OrderBy(entry => entry.Model))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{settlement.Round}|{entry.Model}|{entry.AtRisk.Wei}|{entry.Payout.Wei}|{entry.Burn.Wei}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"{conservation.Wallets.Wei}|{conservation.Treasury.Wei}|{conservation.Burned.Wei}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
