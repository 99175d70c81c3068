using Numerai.Silo.Hosting;
using Numerai.Silo.Simulations;
using Numerai.Web.Faults;

var lastResort = new LastResort("numerai-silo", Console.Error, TimeProvider.System);
lastResort.Watch();
return await lastResort.RunAsync(() => args is [SimulateProgram.Verb, ..] ? SimulateProgram.RunAsync(args[1..]) : SiloMain.RunAsync(args, lastResort));
