return await Handel.Server.Commands.CommandLine.Run(args);
