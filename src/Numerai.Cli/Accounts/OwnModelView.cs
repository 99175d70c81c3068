using System.Numerics;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Accounts;

/// <summary>Models as their owner sees them.</summary>
internal static class OwnModelView
{
    public static TableView<OwnModel> Table { get; } = new TableView<OwnModel>("You have no models; `numerai model create NAME` makes one.")
        .Text("model", model => model.Name)
        .Number("tournament", model => model.Tournament.ToString())
        .Number("stake", model => model.Stake.ToString())
        .Number("pending", model => model.Pending.ToString())
        .Number("at risk", model => AtRisk(model).ToString())
        .Number("in rounds", model => Format.Number(model.AtRisk.Count))
        .Text("id", model => model.Id.ToString());

    /// <summary>The same stake is at risk in every round in flight; the largest tells how much of it.</summary>
    private static Nmr AtRisk(OwnModel model) =>
        model.AtRisk.Count == 0 ? Nmr.Zero : new Nmr((Int128)model.AtRisk.Max(risk => (BigInteger)risk.Amount.Wei));
}
